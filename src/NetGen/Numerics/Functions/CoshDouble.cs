using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>cosh x = h + 1/(4h) with h = e^|x|/2, which overflows where the result does.</summary>
internal readonly struct CoshDouble : IFunction<double>
{
    /// <summary>The smallest number whose hyperbolic cosine is infinite.</summary>
    private const double Overflow = 710.475860073944;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        const double Biased = ExponentialDouble.Rounding - 1;
        V a = math.And(x, math.Bits(long.MaxValue));
        V rounded = ExponentialDouble.Round<V, A>(a, Biased);
        V r = ExponentialDouble.Remainder<V, A>(a, rounded, Biased);
        V half = ExponentialDouble.Scale<V, A>(math.Add(ExponentialDouble.PolynomialMinus1<V, A>(r), math.Constant(1)), rounded);
        V y = math.Add(half, math.Divide(math.Constant(0.25), half));
        return math.SelectLess(a, math.Constant(Overflow), y, math.Multiply(a, math.Constant(double.PositiveInfinity)));
    }
}
