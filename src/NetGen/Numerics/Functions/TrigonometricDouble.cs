using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>
/// The parts of sin x, cos x and tan x in double precision: with n = round(2x/π) and r = x − n·π/2, |r| ≤ π/4, they are
/// sin r or cos r, or their quotient, with a sign that n decides.
/// </summary>
/// <remarks>
/// π/2 is the sum of four parts that end in zeros (Cody and Waite), so that n times a part is exact for n &lt; 2²⁰ without
/// a fused multiply-add too; together they hold 160 bits after the point. The polynomials are minimax approximations of
/// (sin r / r − 1)/r² and (cos r − 1 + r²/2)/r⁴, of the relative error, found by the Remez algorithm.
/// </remarks>
internal static class TrigonometricDouble
{
    private const double TwoOverPi = 0.6366197723675814;

    /// <summary>1.5·2⁵²: rounds, and leaves n in the low bits.</summary>
    private const double Rounding = 6755399441055744;

    private const double Part1 = 1.5707963267341256;
    private const double Part2 = 6.077100506303966e-11;
    private const double Part3 = 2.0222662487111665e-21;
    private const double Part4 = 8.4784276603689e-32;

    /// <summary>r, and n in the low bits of <paramref name="quarters"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Remainder<V, A>(V x, out V quarters)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        V rounding = math.Constant(Rounding);
        quarters = math.MultiplyAdd(x, math.Constant(TwoOverPi), rounding);
        V n = math.Subtract(quarters, rounding);
        V r = math.MultiplyAdd(n, math.Constant(-Part1), x);
        r = math.MultiplyAdd(n, math.Constant(-Part2), r);
        r = math.MultiplyAdd(n, math.Constant(-Part3), r);
        r = math.MultiplyAdd(n, math.Constant(-Part4), r);

        // Only so that results stay bounded where x is too large for n to be an integer.
        r = math.SelectLess(math.Constant(1.2), r, math.Constant(1.2), r);
        return math.SelectLess(r, math.Constant(-1.2), math.Constant(-1.2), r);
    }

    /// <summary>sin r, from r and r².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sine<V, A>(V r, V square)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        V p = math.MultiplyAdd(square, math.Constant(1.5894919533112517e-10), math.Constant(-2.5050726754213445e-08));
        p = math.MultiplyAdd(square, p, math.Constant(2.7557313498768047e-06));
        p = math.MultiplyAdd(square, p, math.Constant(-0.00019841269829274443));
        p = math.MultiplyAdd(square, p, math.Constant(0.008333333333321782));
        p = math.MultiplyAdd(square, p, math.Constant(-0.1666666666666663));
        V y = math.MultiplyAdd(math.Multiply(r, square), p, r);

        // Only so that −0 stays −0: the result has the sign of r anyway.
        return math.Or(y, math.And(r, math.Bits(long.MinValue)));
    }

    /// <summary>cos r, from r².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Cosine<V, A>(V square)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        V p = math.MultiplyAdd(square, math.Constant(-1.1357242595275012e-11), math.Constant(2.0875676458988515e-09));
        p = math.MultiplyAdd(square, p, math.Constant(-2.755731400493667e-07));
        p = math.MultiplyAdd(square, p, math.Constant(2.4801587288268142e-05));
        p = math.MultiplyAdd(square, p, math.Constant(-0.001388888888887216));
        p = math.MultiplyAdd(square, p, math.Constant(0.04166666666666659));
        p = math.MultiplyAdd(square, p, math.Constant(-0.5));
        return math.MultiplyAdd(square, p, math.Constant(1));
    }

    /// <summary>sin(r + n·π/2), n being in the low bits of <paramref name="quarters"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V SineAfter<V, A>(V r, V quarters)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        V square = math.Multiply(r, r);
        V y = math.SelectLess(Odd<V, A>(quarters), math.Constant(0), Cosine<V, A>(square), Sine<V, A>(r, square));
        return math.Xor(y, math.And(math.ShiftLeft(quarters, 62), math.Bits(long.MinValue)));
    }

    /// <summary>−1 where the integer in the low bits is odd, 1 where it is even.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Odd<V, A>(V quarters)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        return math.Or(math.ShiftLeft(quarters, 63), math.Constant(1));
    }
}
