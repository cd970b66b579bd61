using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace NetGen;

/// <summary>
/// The Euclidean norm of gradients, summed in double: a fraction times a unit, a power of two, which is 1 for all but extreme ones.
/// </summary>
internal static class GradientNorm
{
    // Between these a sum of squares of doubles has all its digits: no square that counts in it has left their range.
    private const double LeastSum = 1e-270;
    private const double LargestSum = double.MaxValue;

    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public static (double Fraction, double Unit) Of<T>(ParameterLayout layout, ReadOnlySpan<T> packedGradients)
        where T : unmanaged
    {
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double))
            throw Real.NotReal<T>();
        var sum = SumOfSquares(layout, packedGradients, 1);
        return sum is (>= LeastSum and <= LargestSum) or double.NaN ? (Math.Sqrt(sum), 1) : Scaled(layout, packedGradients);
    }

    /// <summary>The same in a unit near the largest gradient, whose square neither overflows nor vanishes.</summary>
    public static (double Fraction, double Unit) Scaled<T>(ParameterLayout layout, ReadOnlySpan<T> packedGradients)
        where T : unmanaged
    {
        var largest = 0.0;
        foreach (var range in layout.Elements)
        {
            foreach (var gradient in range.Of(packedGradients))
                largest = Math.Max(largest, Math.Abs(Real.ToDouble(gradient)));
        }

        if (largest == 0 || double.IsInfinity(largest))
            return (largest, 1);
        var unit = PowerOfTwo.Below(largest);
        return (Math.Sqrt(SumOfSquares(layout, packedGradients, 1 / unit)), unit);
    }

    private static double SumOfSquares<T>(ParameterLayout layout, ReadOnlySpan<T> packedGradients, double scale)
        where T : unmanaged
    {
        var sum = 0.0;
        foreach (var range in layout.Elements)
            sum += SumOfSquares(range.Of(packedGradients), scale);
        return sum;
    }

    /// <summary>Sixteen sums side by side, the same for every width of vectors.</summary>
    private static double SumOfSquares<T>(ReadOnlySpan<T> values, double scale)
        where T : unmanaged
    {
        var element = 0;
        var sum = 0.0;
#if NET
        var (even, odd) = (Vector512<double>.Zero, Vector512<double>.Zero);
        ref var start = ref MemoryMarshal.GetReference(values);
        for (; element <= values.Length - (2 * Vector512<double>.Count); element += 2 * Vector512<double>.Count)
        {
            var (lower, upper) = Load(ref Unsafe.Add(ref start, element));
            (lower, upper) = (lower * scale, upper * scale);
            even += lower * lower;
            odd += upper * upper;
        }

        // Lane by lane: what Vector512.Sum adds first depends on the machine.
        var sums = even + odd;
        for (var lane = 0; lane < Vector512<double>.Count; lane++)
            sum += sums[lane];
#endif
        for (; element < values.Length; element++)
        {
            var value = Real.ToDouble(values[element]) * scale;
            sum += value * value;
        }

        return sum;
    }

#if NET
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<double> Lower, Vector512<double> Upper) Load<T>(ref T start)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
            return Vector512.Widen(Vector512.LoadUnsafe(ref Unsafe.As<T, float>(ref start)));
        ref var number = ref Unsafe.As<T, double>(ref start);
        return (Vector512.LoadUnsafe(ref number), Vector512.LoadUnsafe(ref number, (nuint)Vector512<double>.Count));
    }
#endif
}
