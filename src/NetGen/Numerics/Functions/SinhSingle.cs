using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>
/// sinh x = h + h/(2h + 1) with h = (eˣ − 1)/2 for x ≥ 0, and odd; from (eˣ − 1)/4, because eˣ can overflow where the
/// result does not.
/// </summary>
internal readonly struct SinhSingle : IFunction<float>
{
    /// <summary>The smallest number whose hyperbolic sine is infinite.</summary>
    private const float Overflow = 89.41599f;

    /// <summary>Below it sinh x rounds to x, of which denormal numbers would lose bits in a quarter.</summary>
    private const float Straight = 0.0002f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        const float Biased = ExponentialSingle.Rounding + 125;
        V sign = math.And(x, math.Bits(0x80000000));
        V a = math.Xor(x, sign);
        V rounded = ExponentialSingle.Round<V, A>(a, Biased);
        V q = ExponentialSingle.PolynomialMinus1<V, A>(ExponentialSingle.Remainder<V, A>(a, rounded, Biased));
        V power = ExponentialSingle.PowerOfTwo<V, A>(rounded);
        V quarter = math.MultiplyAdd(power, q, math.Subtract(power, math.Constant(0.25f)));
        V half = math.Add(quarter, quarter);
        V y = math.Add(half, math.Divide(half, math.MultiplyAdd(quarter, math.Constant(4f), math.Constant(1f))));
        y = math.SelectLess(a, math.Constant(Overflow), y, math.Multiply(a, math.Constant(float.PositiveInfinity)));
        y = math.SelectLess(a, math.Constant(Straight), a, y);
        return math.Or(y, sign);
    }
}
