using System.ComponentModel;
#if NET
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
#endif

namespace NetGen.Numerics;

/// <summary>
/// What generated kernels are written in. They derive from it, so that these short names are theirs, whatever the
/// surrounding class and namespace call their own. Not for use by hand: offsets are not checked.
/// </summary>
/// <remarks>
/// The type of the elements belongs to the class, not to each method: thousands of calls to infer it from would be
/// a quarter of the time that the compiler takes for a network.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract partial class KernelBase<T> : KernelBase
{
    /// <summary>Kernels are static.</summary>
    protected KernelBase()
    {
    }

#if NET
    /// <summary>The first element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static ref T Origin(ReadOnlySpan<T> memory) => ref MemoryMarshal.GetReference(memory);

    /// <inheritdoc cref="Origin(ReadOnlySpan{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static ref T Origin(Span<T> memory) => ref MemoryMarshal.GetReference(memory);

    /// <summary>
    /// The first element of working memory that starts a cache line: the stack gives less, and vectors that straddle two
    /// lines cost up to half of a small network's time. The memory has <see cref="KernelBase.Slack"/> more bytes than are needed.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static ref T AlignedOrigin(Span<T> memory)
    {
        // The stack does not move, and a workspace is pinned: an address stays what it is.
        ref var origin = ref MemoryMarshal.GetReference(memory);
        return ref Unsafe.AddByteOffset(ref origin, -Unsafe.ByteOffset(ref Unsafe.NullRef<T>(), ref origin) & (Slack - 1));
    }

    /// <summary>The element at an offset.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static ref T At(ref T origin, int offset) => ref Unsafe.Add(ref origin, (nint)(uint)offset);
#endif
}
