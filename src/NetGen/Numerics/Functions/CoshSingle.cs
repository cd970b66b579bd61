using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>cosh x = h + 1/(4h) with h = e^|x|/2, which overflows where the result does.</summary>
internal readonly struct CoshSingle : IFunction<float>
{
    /// <summary>The smallest number whose hyperbolic cosine is infinite.</summary>
    private const float Overflow = 89.41599f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        const float Biased = ExponentialSingle.Rounding - 1;
        V a = math.And(x, math.Bits(0x7FFFFFFF));
        V rounded = ExponentialSingle.Round<V, A>(a, Biased);
        V r = ExponentialSingle.Remainder<V, A>(a, rounded, Biased);
        V half = ExponentialSingle.Scale<V, A>(math.Add(ExponentialSingle.PolynomialMinus1<V, A>(r), math.Constant(1f)), rounded);
        V y = math.Add(half, math.Divide(math.Constant(0.25f), half));
        return math.SelectLess(a, math.Constant(Overflow), y, math.Multiply(a, math.Constant(float.PositiveInfinity)));
    }
}
