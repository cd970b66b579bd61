using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>eˣ.</summary>
internal readonly struct ExpSingle : IFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        V rounded = ExponentialSingle.Round<V, A>(x, ExponentialSingle.Rounding);
        V r = ExponentialSingle.Remainder<V, A>(x, rounded, ExponentialSingle.Rounding);
        V y = ExponentialSingle.Scale<V, A>(math.Add(ExponentialSingle.PolynomialMinus1<V, A>(r), math.Constant(1f)), rounded);

        // The product is ∞ above the range and NaN for NaN.
        V overflow = math.Multiply(x, math.Constant(float.PositiveInfinity));
        y = math.SelectLess(x, math.Constant(ExponentialSingle.Overflow), y, overflow);
        return math.SelectLess(x, math.Constant(ExponentialSingle.Smallest), math.Constant(0f), y);
    }
}
