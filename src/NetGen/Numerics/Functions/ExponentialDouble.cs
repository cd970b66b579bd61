using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>
/// The parts of eˣ in double precision, as <see cref="ExponentialSingle"/> in single.
/// </summary>
/// <remarks>
/// ln 2 is split as in fdlibm. The polynomial is the minimax approximation of (eʳ − 1 − r)/r² on |r| ≤ ½ ln 2,
/// found by the Remez algorithm.
/// </remarks>
internal static class ExponentialDouble
{
    /// <summary>The smallest number whose exponential is infinite.</summary>
    public const double Overflow = 709.7827128933841;

    /// <summary>The smallest number whose exponential is not denormal.</summary>
    public const double Smallest = -708.3964185322641;

    /// <summary>1.5·2⁵²: rounds, and leaves n in the low bits.</summary>
    public const double Rounding = 6755399441055744;

    private const double Log2E = 1.4426950408889634;
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const int MantissaBits = 52;

    /// <summary>n + <paramref name="rounding"/>, for n the integer nearest to x / ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Round<V, A>(V x, double rounding)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        return math.MultiplyAdd(x, math.Constant(Log2E), math.Constant(rounding));
    }

    /// <summary>r, from what <see cref="Round{V, A}"/> gave.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Remainder<V, A>(V x, V rounded, double rounding)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        V n = math.Subtract(rounded, math.Constant(rounding));
        V r = math.MultiplyAdd(n, math.Constant(-Ln2High), x);
        return math.MultiplyAdd(n, math.Constant(-Ln2Low), r);
    }

    /// <summary>eʳ − 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V PolynomialMinus1<V, A>(V r)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        V r2 = math.Multiply(r, r);
        V even = math.MultiplyAdd(r2, math.Constant(2.0921589370829142e-09), math.Constant(2.7557252912472866e-07));
        V odd = math.MultiplyAdd(r2, math.Constant(2.5105218386648291e-08), math.Constant(2.7557255396470999e-06));
        even = math.MultiplyAdd(r2, even, math.Constant(2.4801587347339461e-05));
        odd = math.MultiplyAdd(r2, odd, math.Constant(0.0001984126987482399));
        even = math.MultiplyAdd(r2, even, math.Constant(0.0013888888888874398));
        odd = math.MultiplyAdd(r2, odd, math.Constant(0.0083333333333261341));
        even = math.MultiplyAdd(r2, even, math.Constant(0.041666666666666685));
        odd = math.MultiplyAdd(r2, odd, math.Constant(0.16666666666666671));
        even = math.MultiplyAdd(r2, even, math.Constant(0.5));
        V q = math.MultiplyAdd(r, odd, even);
        return math.MultiplyAdd(r2, q, r);
    }

    /// <summary>2ⁿ·y, from what <see cref="Round{V, A}"/> gave, by adding n to y's exponent; y must not be NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Scale<V, A>(V y, V rounded)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        return math.AddBits(y, math.ShiftLeft(rounded, MantissaBits));
    }

    /// <summary>2ᵏ, k + 1023 being in the low bits of <paramref name="biased"/>; −1023 &lt; k &lt; 1024.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V PowerOfTwo<V, A>(V biased)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        return math.ShiftLeft(biased, MantissaBits);
    }

    /// <summary>eˣ for x ≤ 0, where no overflow needs care; below <see cref="Smallest"/> exactly 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V NonPositive<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        const double Biased = Rounding + 1023;
        V rounded = Round<V, A>(x, Biased);
        V y = math.Add(PolynomialMinus1<V, A>(Remainder<V, A>(x, rounded, Biased)), math.Constant(1));
        y = math.Multiply(y, PowerOfTwo<V, A>(rounded));
        return math.SelectLess(x, math.Constant(Smallest), math.Constant(0), y);
    }

    /// <summary>eˣ − 1 for x ≤ 0, relatively precise near 0; exactly −1 where it rounds to that, and never less.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V NonPositiveMinus1<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        const double Biased = Rounding + 1023;
        const double Saturation = -40;
        V rounded = Round<V, A>(x, Biased);
        V q = PolynomialMinus1<V, A>(Remainder<V, A>(x, rounded, Biased));
        V power = PowerOfTwo<V, A>(rounded);
        V y = math.MultiplyAdd(power, q, math.Subtract(power, math.Constant(1)));
        return math.SelectLess(x, math.Constant(Saturation), math.Constant(-1), y);
    }
}
