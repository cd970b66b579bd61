using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>eˣ.</summary>
internal readonly struct ExpDouble : IFunction<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        V rounded = ExponentialDouble.Round<V, A>(x, ExponentialDouble.Rounding);
        V r = ExponentialDouble.Remainder<V, A>(x, rounded, ExponentialDouble.Rounding);
        V y = ExponentialDouble.Scale<V, A>(math.Add(ExponentialDouble.PolynomialMinus1<V, A>(r), math.Constant(1)), rounded);

        // The product is ∞ above the range and NaN for NaN.
        V overflow = math.Multiply(x, math.Constant(double.PositiveInfinity));
        y = math.SelectLess(x, math.Constant(ExponentialDouble.Overflow), y, overflow);
        return math.SelectLess(x, math.Constant(ExponentialDouble.Smallest), math.Constant(0), y);
    }
}
