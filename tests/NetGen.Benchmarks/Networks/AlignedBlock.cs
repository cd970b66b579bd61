using System.Runtime.CompilerServices;

namespace NetGen.Benchmarks.Networks;

/// <summary>Memory that does not move and begins at a cache line.</summary>
internal sealed unsafe class AlignedBlock<T>
    where T : unmanaged
{
    private const int CacheLine = 64;

    private readonly T[] _array;
    private readonly int _start;
    private readonly int _length;

    public AlignedBlock(int length)
    {
        _length = length;
        _array = GC.AllocateArray<T>(length + CacheLine / sizeof(T), pinned: true);
        _start = (int)(-(nint)Unsafe.AsPointer(ref _array[0]) & (CacheLine - 1)) / sizeof(T);
    }

    public Span<T> Span => _array.AsSpan(_start, _length);

    public T* Pointer => (T*)Unsafe.AsPointer(ref _array[_start]);
}
