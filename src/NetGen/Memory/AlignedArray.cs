#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
#endif

namespace NetGen;

/// <summary>
/// A zeroed array of fixed length that starts on a 64-byte boundary, the size of a cache line and of the widest vector.
/// </summary>
/// <remarks>
/// On .NET 8 and later the memory is pinned, so that the boundary holds for the array's life. On netstandard2.0 it is an
/// ordinary array without a promise of alignment.
/// </remarks>
/// <typeparam name="T">The element, of a size that divides 64 bytes (else the start is on no boundary).</typeparam>
public sealed class AlignedArray<T>
    where T : unmanaged
{
#if NET8_0_OR_GREATER
    private const int Alignment = 64;
#endif

    private readonly T[] _items;
    private readonly int _start;

    /// <summary>Allocates <paramref name="length"/> zeros.</summary>
    /// <param name="length">Number of elements; 0 is allowed.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
    public AlignedArray(int length)
    {
        if (length < 0)
            throw new ArgumentOutOfRangeException(nameof(length), length, "An array has 0 elements or more.");
        Length = length;
#if NET8_0_OR_GREATER
        var spare = Alignment / Unsafe.SizeOf<T>();
        _items = GC.AllocateArray<T>(checked(length + spare), pinned: true);
        var address = (long)Marshal.UnsafeAddrOfPinnedArrayElement(_items, 0);
        _start = (int)(-address & (Alignment - 1)) / Unsafe.SizeOf<T>();
#else
        _items = new T[length];
        _start = 0;
#endif
    }

    /// <summary>Number of elements.</summary>
    public int Length { get; }

    /// <summary>The elements.</summary>
    public Span<T> Span =>
#if NET8_0_OR_GREATER
        // Without the checks of AsSpan, which cost a tenth of a tiny network's inference.
        MemoryMarshal.CreateSpan(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_items), _start), Length);
#else
        _items.AsSpan(_start, Length);
#endif
}
