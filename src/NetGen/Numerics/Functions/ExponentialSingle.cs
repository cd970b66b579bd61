using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>
/// The parts of eˣ in single precision. With n = round(x / ln 2) and r = x − n·ln 2, eˣ = 2ⁿ·eʳ, |r| ≤ ½ ln 2.
/// Adding a number so large that its unit in the last place is 1 rounds to an integer, and leaves that integer in
/// the sum's low bits.
/// </summary>
/// <remarks>
/// ln 2 is split as in Cephes, so that n times its high part is exact without a fused multiply-add too. The polynomials
/// are minimax approximations of (eʳ − 1 − r)/r² on |r| ≤ ½ ln 2, found by the Remez algorithm.
/// </remarks>
internal static class ExponentialSingle
{
    /// <summary>The smallest number whose exponential is infinite.</summary>
    public const float Overflow = 88.72284f;

    /// <summary>The smallest number whose exponential is not denormal.</summary>
    public const float Smallest = -87.33654f;

    /// <summary>1.5·2²³: rounds, and leaves n in the low bits.</summary>
    public const float Rounding = 12582912f;

    private const float Log2E = 1.44269504f;
    private const float Ln2High = 0.693359375f;
    private const float Ln2Low = -2.12194440e-4f;
    private const int MantissaBits = 23;

    /// <summary>n + <paramref name="rounding"/>, for n the integer nearest to x / ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Round<V, A>(V x, float rounding)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        return math.MultiplyAdd(x, math.Constant(Log2E), math.Constant(rounding));
    }

    /// <summary>r, from what <see cref="Round{V, A}"/> gave.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Remainder<V, A>(V x, V rounded, float rounding)
        where V : struct
        where A : struct, IArithmetic<float, V>
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
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        V r2 = math.Multiply(r, r);
        V low = math.MultiplyAdd(r, math.Constant(0.166665763f), math.Constant(0.5f));
        V high = math.MultiplyAdd(r, math.Constant(0.00836318359f), math.Constant(0.0416663736f));
        high = math.MultiplyAdd(r2, math.Constant(0.00139411213f), high);
        V q = math.MultiplyAdd(r2, high, low);
        return math.MultiplyAdd(r2, q, r);
    }

    /// <summary>2ⁿ·y, from what <see cref="Round{V, A}"/> gave, by adding n to y's exponent; y must not be NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Scale<V, A>(V y, V rounded)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        return math.AddBits(y, math.ShiftLeft(rounded, MantissaBits));
    }

    /// <summary>2ᵏ, k + 127 being in the low bits of <paramref name="biased"/>; −127 &lt; k &lt; 128.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V PowerOfTwo<V, A>(V biased)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        return math.ShiftLeft(biased, MantissaBits);
    }

    /// <summary>eˣ for x ≤ 0, where no overflow needs care; below <see cref="Smallest"/> exactly 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V NonPositive<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        const float Biased = Rounding + 127;
        V rounded = Round<V, A>(x, Biased);
        V y = math.Add(PolynomialMinus1<V, A>(Remainder<V, A>(x, rounded, Biased)), math.Constant(1f));
        y = math.Multiply(y, PowerOfTwo<V, A>(rounded));
        return math.SelectLess(x, math.Constant(Smallest), math.Constant(0f), y);
    }

    /// <summary>eˣ − 1 for x ≤ 0, relatively precise near 0; exactly −1 where it rounds to that, and never less.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V NonPositiveMinus1<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        const float Biased = Rounding + 127;
        const float Saturation = -20f;
        V rounded = Round<V, A>(x, Biased);
        V q = PolynomialMinus1<V, A>(Remainder<V, A>(x, rounded, Biased));
        V power = PowerOfTwo<V, A>(rounded);
        V y = math.MultiplyAdd(power, q, math.Subtract(power, math.Constant(1f)));
        return math.SelectLess(x, math.Constant(Saturation), math.Constant(-1f), y);
    }
}
