using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>eˣ − 1 = 2ⁿ·(eʳ − 1) + (2ⁿ − 1), in halves because 2ⁿ can overflow where the result does not.</summary>
internal readonly struct Expm1Single : IFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        const float Biased = ExponentialSingle.Rounding + 126;
        const float Saturation = -20f;
        V sign = math.And(x, math.Bits(0x80000000));
        V rounded = ExponentialSingle.Round<V, A>(x, Biased);
        V q = ExponentialSingle.PolynomialMinus1<V, A>(ExponentialSingle.Remainder<V, A>(x, rounded, Biased));
        V power = ExponentialSingle.PowerOfTwo<V, A>(rounded);
        V half = math.MultiplyAdd(power, q, math.Subtract(power, math.Constant(0.5f)));
        V y = math.Add(half, half);
        y = math.SelectLess(x, math.Constant(Saturation), math.Constant(-1f), y);
        y = math.SelectLess(x, math.Constant(ExponentialSingle.Overflow), y, math.Multiply(x, math.Constant(float.PositiveInfinity)));

        // Only so that −0 stays −0: the result has the sign of x anyway.
        return math.Or(y, sign);
    }
}
