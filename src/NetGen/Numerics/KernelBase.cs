using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace NetGen.Numerics;

/// <summary>
/// What generated kernels are written in. They derive from it, so that these short names are theirs, whatever the
/// surrounding class and namespace call their own. Not for use by hand: offsets are not checked.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract partial class KernelBase : Elementary
{
    /// <summary>Kernels are static.</summary>
    protected KernelBase()
    {
    }

    /// <summary>The index of the largest value, the first of equals; NaN is never larger.</summary>
    public static int LargestOf(ReadOnlySpan<float> values)
    {
        var largest = 0;
        for (var index = 1; index < values.Length; index++)
            largest = values[index] > values[largest] ? index : largest;
        return largest;
    }

    /// <inheritdoc cref="LargestOf(ReadOnlySpan{float})"/>
    public static int LargestOf(ReadOnlySpan<double> values)
    {
        var largest = 0;
        for (var index = 1; index < values.Length; index++)
            largest = values[index] > values[largest] ? index : largest;
        return largest;
    }

    /// <summary>target += source, element by element.</summary>
    protected static void AddTo(Span<float> target, ReadOnlySpan<float> source)
    {
        for (var index = 0; index < target.Length; index++)
            target[index] += source[index];
    }

    /// <inheritdoc cref="AddTo(Span{float}, ReadOnlySpan{float})"/>
    protected static void AddTo(Span<double> target, ReadOnlySpan<double> source)
    {
        for (var index = 0; index < target.Length; index++)
            target[index] += source[index];
    }

#if NET
    /// <summary>Whether the machine has vectors of 512 bits, and of 256: a constant to the compiler of machine code.</summary>
    protected static bool HasVectors512 => Vector512.IsHardwareAccelerated;

    /// <inheritdoc cref="HasVectors512"/>
    protected static bool HasVectors256 => Vector256.IsHardwareAccelerated;

    /// <summary>The first element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static ref T Origin<T>(ReadOnlySpan<T> memory) => ref MemoryMarshal.GetReference(memory);

    /// <inheritdoc cref="Origin{T}(ReadOnlySpan{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static ref T Origin<T>(Span<T> memory) => ref MemoryMarshal.GetReference(memory);

    /// <summary>
    /// The first element of working memory that starts a cache line: the stack gives less, and vectors that straddle two
    /// lines cost up to half of a small network's time. The memory has <see cref="Slack"/> more bytes than are needed.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static ref T AlignedOrigin<T>(Span<T> memory)
    {
        // The stack does not move, and a workspace is pinned: an address stays what it is.
        ref var origin = ref MemoryMarshal.GetReference(memory);
        return ref Unsafe.AddByteOffset(ref origin, -Unsafe.ByteOffset(ref Unsafe.NullRef<T>(), ref origin) & (Slack - 1));
    }

    /// <summary>Bytes of working memory that alignment may skip: a cache line.</summary>
    public const int Slack = 64;

    /// <summary>The element at an offset.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static ref T At<T>(ref T origin, int offset) => ref Unsafe.Add(ref origin, (nint)(uint)offset);
#endif
}
