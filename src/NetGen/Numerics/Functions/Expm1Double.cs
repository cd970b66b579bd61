using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>eˣ − 1 = 2ⁿ·(eʳ − 1) + (2ⁿ − 1), in halves because 2ⁿ can overflow where the result does not.</summary>
internal readonly struct Expm1Double : IFunction<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        const double Biased = ExponentialDouble.Rounding + 1022;
        const double Saturation = -40;
        V sign = math.And(x, math.Bits(long.MinValue));
        V rounded = ExponentialDouble.Round<V, A>(x, Biased);
        V q = ExponentialDouble.PolynomialMinus1<V, A>(ExponentialDouble.Remainder<V, A>(x, rounded, Biased));
        V power = ExponentialDouble.PowerOfTwo<V, A>(rounded);
        V half = math.MultiplyAdd(power, q, math.Subtract(power, math.Constant(0.5)));
        V y = math.Add(half, half);
        y = math.SelectLess(x, math.Constant(Saturation), math.Constant(-1), y);
        y = math.SelectLess(x, math.Constant(ExponentialDouble.Overflow), y, math.Multiply(x, math.Constant(double.PositiveInfinity)));

        // Only so that −0 stays −0: the result has the sign of x anyway.
        return math.Or(y, sign);
    }
}
