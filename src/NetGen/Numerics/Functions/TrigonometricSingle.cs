using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>
/// The parts of sin x, cos x and tan x in single precision: with n = round(2x/π) and r = x − n·π/2, |r| ≤ π/4, they are
/// sin r or cos r, or their quotient, with a sign that n decides.
/// </summary>
/// <remarks>
/// π/2 is the sum of five parts that end in zeros (Cody and Waite), so that n times a part is exact for n &lt; 2¹³ without
/// a fused multiply-add too; together they hold 78 bits after the point. The polynomials are minimax approximations of
/// (sin r / r − 1)/r² and (cos r − 1 + r²/2)/r⁴, of the relative error, found by the Remez algorithm.
/// </remarks>
internal static class TrigonometricSingle
{
    private const float TwoOverPi = 0.636619772f;

    /// <summary>1.5·2²³: rounds, and leaves n in the low bits.</summary>
    private const float Rounding = 12582912f;

    private const float Part1 = 1.5703125f;
    private const float Part2 = 0.000483751297f;
    private const float Part3 = 7.54953362e-08f;
    private const float Part4 = 2.56328292e-12f;
    private const float Part5 = 6.12323426e-17f;

    /// <summary>r, and n in the low bits of <paramref name="quarters"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Remainder<V, A>(V x, out V quarters)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        V rounding = math.Constant(Rounding);
        quarters = math.MultiplyAdd(x, math.Constant(TwoOverPi), rounding);
        V n = math.Subtract(quarters, rounding);
        V r = math.MultiplyAdd(n, math.Constant(-Part1), x);
        r = math.MultiplyAdd(n, math.Constant(-Part2), r);
        r = math.MultiplyAdd(n, math.Constant(-Part3), r);
        r = math.MultiplyAdd(n, math.Constant(-Part4), r);
        r = math.MultiplyAdd(n, math.Constant(-Part5), r);

        // Only so that results stay bounded where x is too large for n to be an integer.
        r = math.SelectLess(math.Constant(1.2f), r, math.Constant(1.2f), r);
        return math.SelectLess(r, math.Constant(-1.2f), math.Constant(-1.2f), r);
    }

    /// <summary>sin r, from r and r².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sine<V, A>(V r, V square)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        V p = math.MultiplyAdd(square, math.Constant(-0.0001951682f), math.Constant(0.008332183f));
        p = math.MultiplyAdd(square, p, math.Constant(-0.16666655f));
        V y = math.MultiplyAdd(math.Multiply(r, square), p, r);

        // Only so that −0 stays −0: the result has the sign of r anyway.
        return math.Or(y, math.And(r, math.Bits(0x80000000)));
    }

    /// <summary>cos r, from r².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Cosine<V, A>(V square)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        V p = math.MultiplyAdd(square, math.Constant(2.4431196e-05f), math.Constant(-0.0013887304f));
        p = math.MultiplyAdd(square, p, math.Constant(0.041666646f));
        p = math.MultiplyAdd(square, p, math.Constant(-0.5f));
        return math.MultiplyAdd(square, p, math.Constant(1f));
    }

    /// <summary>sin(r + n·π/2), n being in the low bits of <paramref name="quarters"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V SineAfter<V, A>(V r, V quarters)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        V square = math.Multiply(r, r);
        V y = math.SelectLess(Odd<V, A>(quarters), math.Constant(0f), Cosine<V, A>(square), Sine<V, A>(r, square));
        return math.Xor(y, math.And(math.ShiftLeft(quarters, 30), math.Bits(0x80000000)));
    }

    /// <summary>−1 where the integer in the low bits is odd, 1 where it is even.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Odd<V, A>(V quarters)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        return math.Or(math.ShiftLeft(quarters, 31), math.Constant(1f));
    }
}
