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
        LoadStrided256(ref origin, offset, stride), LoadStrided256(ref origin, offset + (8 * stride), stride));

    /// <inheritdoc cref="LoadStrided512(ref float, int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<float> LoadStrided256(ref float origin, int offset, int stride) => Vector256.Create(
        LoadStrided128(ref origin, offset, stride), LoadStrided128(ref origin, offset + (4 * stride), stride));

    /// <inheritdoc cref="LoadStrided512(ref float, int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector128<float> LoadStrided128(ref float origin, int offset, int stride) => Vector128.Create(
        Unsafe.Add(ref origin, offset), Unsafe.Add(ref origin, offset + stride), Unsafe.Add(ref origin, offset + (2 * stride)), Unsafe.Add(ref origin, offset + (3 * stride)));

    /// <inheritdoc cref="LoadStrided512(ref float, int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<double> LoadStrided512(ref double origin, int offset, int stride) => Vector512.Create(
        LoadStrided256(ref origin, offset, stride), LoadStrided256(ref origin, offset + (4 * stride), stride));

    /// <inheritdoc cref="LoadStrided512(ref float, int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<double> LoadStrided256(ref double origin, int offset, int stride) => Vector256.Create(
        LoadStrided128(ref origin, offset, stride), LoadStrided128(ref origin, offset + (2 * stride), stride));

    /// <inheritdoc cref="LoadStrided512(ref float, int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector128<double> LoadStrided128(ref double origin, int offset, int stride) =>
        Vector128.Create(Unsafe.Add(ref origin, offset), Unsafe.Add(ref origin, offset + stride));

    /// <summary>
    /// Adds sums, each in the lanes of 512 bits, one behind the other, to elements that follow each other: the lanes by halves,
    /// as ReduceSum does.
    /// </summary>
    protected static void AddLanes(ref float sums, int offset, ref float target, int targetOffset, int count)
    {
        ref var sum = ref Unsafe.Add(ref sums, offset);
        ref var element = ref Unsafe.Add(ref target, targetOffset);
        for (; count >= 4; count -= 4)
        {
            (Vector128.LoadUnsafe(ref element) + ReduceSums(Quarter(ref sum, 0), Quarter(ref sum, 16), Quarter(ref sum, 32), Quarter(ref sum, 48))).StoreUnsafe(ref element);
            sum = ref Unsafe.Add(ref sum, 64);
            element = ref Unsafe.Add(ref element, 4);
        }

        for (; count > 0; count--)
        {
            element += ReduceSum(Quarter(ref sum, 0));
            sum = ref Unsafe.Add(ref sum, 16);
            element = ref Unsafe.Add(ref element, 1);
        }
    }

    /// <inheritdoc cref="AddLanes(ref float, int, ref float, int, int)"/>
    protected static void AddLanes(ref double sums, int offset, ref double target, int targetOffset, int count)
    {
        ref var sum = ref Unsafe.Add(ref sums, offset);
        ref var element = ref Unsafe.Add(ref target, targetOffset);
        for (; count > 0; count--)
        {
            element += ReduceSum(Quarter(ref sum, 0));
            sum = ref Unsafe.Add(ref sum, 8);
            element = ref Unsafe.Add(ref element, 1);
        }
    }

    /// <summary>512 bits, halved twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> Quarter<T>(ref T sum, int offset)
    {
        var count = Vector128<T>.Count;
        ref var first = ref Unsafe.Add(ref sum, offset);
        return (Vector128.LoadUnsafe(ref first) + Vector128.LoadUnsafe(ref Unsafe.Add(ref first, 2 * count)))
            + (Vector128.LoadUnsafe(ref Unsafe.Add(ref first, count)) + Vector128.LoadUnsafe(ref Unsafe.Add(ref first, 3 * count)));
    }

    /// <summary>The labels of samples from a start on, which are exact up to 2²⁴.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<float> SingleLabels512(ReadOnlySpan<int> labels, int start) =>
        Vector512.ConvertToSingle(Vector512.Create(labels.Slice(start, Vector512<int>.Count)));

    /// <inheritdoc cref="SingleLabels512(ReadOnlySpan{int}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<float> SingleLabels256(ReadOnlySpan<int> labels, int start) =>
        Vector256.ConvertToSingle(Vector256.Create(labels.Slice(start, Vector256<int>.Count)));

    /// <inheritdoc cref="SingleLabels512(ReadOnlySpan{int}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector128<float> SingleLabels128(ReadOnlySpan<int> labels, int start) =>
        Vector128.ConvertToSingle(Vector128.Create(labels.Slice(start, Vector128<int>.Count)));

    /// <summary>The labels of samples from a start on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<double> DoubleLabels512(ReadOnlySpan<int> labels, int start) => Vector512.Create(
        DoubleLabels256(labels, start), DoubleLabels256(labels, start + Vector256<double>.Count));

    /// <inheritdoc cref="DoubleLabels512(ReadOnlySpan{int}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<double> DoubleLabels256(ReadOnlySpan<int> labels, int start)
    {
        // An integer below 2³² in the mantissa of 2⁵²: no machine but the newest converts integers of 64 bits.
        var (lower, upper) = Vector128.Widen(Vector128.Create(labels.Slice(start, Vector128<int>.Count)).AsUInt32());
        var exponent = Vector256.Create(4503599627370496.0);
        return (Vector256.Create(lower, upper) | exponent.AsUInt64()).AsDouble() - exponent;
    }

    /// <inheritdoc cref="DoubleLabels512(ReadOnlySpan{int}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector128<double> DoubleLabels128(ReadOnlySpan<int> labels, int start) =>
        Vector128.Create((double)labels[start], labels[start + 1]);

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
}
#endif
