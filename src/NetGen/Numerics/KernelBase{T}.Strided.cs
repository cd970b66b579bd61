#if NET
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

// Vectors whose lanes are of different samples, or of different functions' arguments.
public abstract partial class KernelBase<T>
{
    /// <summary>Writes a lane every so many elements, from an offset on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void StoreStrided(Vector512<T> value, ref T origin, int offset, int stride)
    {
        StoreStrided(value.GetLower(), ref origin, offset, stride);
        StoreStrided(value.GetUpper(), ref origin, offset + (Vector256<T>.Count * stride), stride);
    }

    /// <inheritdoc cref="StoreStrided(Vector512{T}, ref T, int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void StoreStrided(Vector256<T> value, ref T origin, int offset, int stride)
    {
        StoreStrided(value.GetLower(), ref origin, offset, stride);
        StoreStrided(value.GetUpper(), ref origin, offset + (Vector128<T>.Count * stride), stride);
    }

    /// <inheritdoc cref="StoreStrided(Vector512{T}, ref T, int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void StoreStrided(Vector128<T> value, ref T origin, int offset, int stride)
    {
        At(ref origin, offset) = value.ToScalar();
        At(ref origin, offset + stride) = value.GetElement(1);
        if (Vector128<T>.Count == 2)
            return;
        At(ref origin, offset + (2 * stride)) = value.GetElement(2);
        At(ref origin, offset + (3 * stride)) = value.GetElement(3);
    }

    /// <summary>One of the values that went through a function together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T Lane(Vector128<T> values, int lane) => values.GetElement(lane);

    /// <inheritdoc cref="Lane(Vector128{T}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T Lane(Vector256<T> values, int lane) => values.GetElement(lane);
}
#endif
