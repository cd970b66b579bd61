using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>
/// sinh x = h + h/(2h + 1) with h = (eˣ − 1)/2 for x ≥ 0, and odd; from (eˣ − 1)/4, because eˣ can overflow where the
/// result does not.
/// </summary>
internal readonly struct SinhDouble : IFunction<double>
{
    /// <summary>The smallest number whose hyperbolic sine is infinite.</summary>
    private const double Overflow = 710.475860073944;

    /// <summary>Below it sinh x rounds to x, of which denormal numbers would lose bits in a quarter.</summary>
    private const double Straight = 7e-9;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        const double Biased = ExponentialDouble.Rounding + 1021;
        V sign = math.And(x, math.Bits(long.MinValue));
        V a = math.Xor(x, sign);
        V rounded = ExponentialDouble.Round<V, A>(a, Biased);
        V q = ExponentialDouble.PolynomialMinus1<V, A>(ExponentialDouble.Remainder<V, A>(a, rounded, Biased));
        V power = ExponentialDouble.PowerOfTwo<V, A>(rounded);
        V quarter = math.MultiplyAdd(power, q, math.Subtract(power, math.Constant(0.25)));
        V half = math.Add(quarter, quarter);
        V y = math.Add(half, math.Divide(half, math.MultiplyAdd(quarter, math.Constant(4), math.Constant(1))));
        y = math.SelectLess(a, math.Constant(Overflow), y, math.Multiply(a, math.Constant(double.PositiveInfinity)));
        y = math.SelectLess(a, math.Constant(Straight), a, y);
        return math.Or(y, sign);
    }
}
