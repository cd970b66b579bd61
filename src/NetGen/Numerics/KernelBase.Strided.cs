#if NET
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

// Vectors whose lanes are of different samples: gathered from rows of the caller's memory, and written back to them.
public abstract partial class KernelBase
{
    /// <summary>A lane every so many elements, from an offset on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<float> LoadStrided512(ref float origin, int offset, int stride) => Vector512.Create(
        LoadStrided256(ref At(ref origin, offset), stride),
        LoadStrided256(ref At(ref origin, offset + (8 * stride)), stride));

    /// <inheritdoc cref="LoadStrided512(ref float, int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<double> LoadStrided512(ref double origin, int offset, int stride) => Vector512.Create(
        LoadStrided256(ref At(ref origin, offset), stride),
        LoadStrided256(ref At(ref origin, offset + (4 * stride)), stride));

    /// <summary>Writes a lane every so many elements, from an offset on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void StoreStrided(Vector512<float> value, ref float origin, int offset, int stride)
    {
        StoreStrided(value.GetLower(), ref At(ref origin, offset), stride);
        StoreStrided(value.GetUpper(), ref At(ref origin, offset + (8 * stride)), stride);
    }

    /// <inheritdoc cref="StoreStrided(Vector512{float}, ref float, int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void StoreStrided(Vector512<double> value, ref double origin, int offset, int stride)
    {
        StoreStrided(value.GetLower(), ref At(ref origin, offset), stride);
        StoreStrided(value.GetUpper(), ref At(ref origin, offset + (4 * stride)), stride);
    }

    /// <summary>The labels of samples from a start on, which are exact up to 2²⁴.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<float> SingleLabels512(ReadOnlySpan<int> labels, int start) =>
        Vector512.ConvertToSingle(Vector512.Create(labels.Slice(start, Vector512<int>.Count)));

    /// <summary>The labels of samples from a start on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<double> DoubleLabels512(ReadOnlySpan<int> labels, int start)
    {
        // An integer below 2³² in the mantissa of 2⁵²: no machine but the newest converts integers of 64 bits.
        var (lower, upper) = Vector256.Widen(Vector256.Create(labels.Slice(start, Vector256<int>.Count)).AsUInt32());
        var exponent = Vector512.Create(4503599627370496.0);
        return (Vector512.Create(lower, upper) | exponent.AsUInt64()).AsDouble() - exponent;
    }

    /// <summary>Values side by side, to go through a function together; the other lanes hold what they may.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector128<float> Pack(float a, float b) =>
        Vector128.CreateScalarUnsafe(a).WithElement(1, b);

    /// <inheritdoc cref="Pack(float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector128<float> Pack(float a, float b, float c) => Pack(a, b).WithElement(2, c);

    /// <inheritdoc cref="Pack(float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector128<float> Pack(float a, float b, float c, float d) => Vector128.Create(a, b, c, d);

    /// <inheritdoc cref="Pack(float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector128<double> Pack(double a, double b) => Vector128.Create(a, b);

    /// <inheritdoc cref="Pack(float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<double> Pack(double a, double b, double c) => Vector256.Create(a, b, c, c);

    /// <inheritdoc cref="Pack(float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<double> Pack(double a, double b, double c, double d) => Vector256.Create(a, b, c, d);

    /// <summary>One of the values that went through a function together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T Lane<T>(Vector128<T> values, int lane) => values.GetElement(lane);

    /// <inheritdoc cref="Lane{T}(Vector128{T}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T Lane<T>(Vector256<T> values, int lane) => values.GetElement(lane);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> LoadStrided256(ref float origin, int stride) => Vector256.Create(
        LoadStrided128(ref origin, stride), LoadStrided128(ref At(ref origin, 4 * stride), stride));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> LoadStrided256(ref double origin, int stride) => Vector256.Create(
        Vector128.Create(origin, At(ref origin, stride)),
        Vector128.Create(At(ref origin, 2 * stride), At(ref origin, 3 * stride)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> LoadStrided128(ref float origin, int stride) =>
        Vector128.Create(origin, At(ref origin, stride), At(ref origin, 2 * stride), At(ref origin, 3 * stride));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreStrided<T>(Vector256<T> value, ref T origin, int stride)
    {
        StoreStrided(value.GetLower(), ref origin, stride);
        StoreStrided(value.GetUpper(), ref At(ref origin, Vector128<T>.Count * stride), stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreStrided<T>(Vector128<T> value, ref T origin, int stride)
    {
        origin = value.ToScalar();
        At(ref origin, stride) = value.GetElement(1);
        if (Vector128<T>.Count == 2)
            return;
        At(ref origin, 2 * stride) = value.GetElement(2);
        At(ref origin, 3 * stride) = value.GetElement(3);
    }
}
#endif
