using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>
/// The parts of arcsin x and arccos x in double precision: arcsin s = s + s·z·p(z), z = s², with s = |x| up to ½, and beyond, where
/// arccos |x| = 2 arcsin s, s = √z with z = (1 − |x|)/2.
/// </summary>
/// <remarks>The polynomial is the minimax approximation of (arcsin(s)/s − 1)/s² on s² ≤ ¼, found by the Remez algorithm.</remarks>
internal static class ArcSineDouble
{
    /// <summary>π/2 is this and <see cref="HalfPiLow"/>.</summary>
    public const double HalfPiHigh = 1.5707963267948966;

    public const double HalfPiLow = 6.123233995736766e-17;

    /// <summary>The largest |x| that is s itself.</summary>
    public const double Half = 0.5;

    /// <summary>s, and arcsin s − s in <paramref name="rest"/>; NaN where |x| &gt; 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Part<V, A>(V magnitude, out V rest)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        V half = math.Constant(Half);
        V z = math.SelectLess(half, magnitude, math.MultiplyAdd(magnitude, math.Constant(-0.5), half), math.Multiply(magnitude, magnitude));
        V s = math.SelectLess(half, magnitude, math.SquareRoot(z), magnitude);
        V z2 = math.Multiply(z, z);
        V even = math.MultiplyAdd(z2, math.Constant(0.03269767774817628), math.Constant(0.021785833767460357));
        even = math.MultiplyAdd(z2, even, math.Constant(0.01078882676055221));
        even = math.MultiplyAdd(z2, even, math.Constant(0.013981008448422025));
        even = math.MultiplyAdd(z2, even, math.Constant(0.022372215862565544));
        even = math.MultiplyAdd(z2, even, math.Constant(0.044642857175256775));
        even = math.MultiplyAdd(z2, even, math.Constant(0.16666666666666763));
        V odd = math.MultiplyAdd(z2, math.Constant(-0.021109725790829124), math.Constant(0.0036741089323478445));
        odd = math.MultiplyAdd(z2, odd, math.Constant(0.0113973784800321));
        odd = math.MultiplyAdd(z2, odd, math.Constant(0.017351596310686418));
        odd = math.MultiplyAdd(z2, odd, math.Constant(0.03038194267675216));
        odd = math.MultiplyAdd(z2, odd, math.Constant(0.07499999999970128));
        V p = math.MultiplyAdd(z, odd, even);
        rest = math.Multiply(math.Multiply(s, z), p);
        return s;
    }

    /// <summary>k·π/2 + m·arcsin s, for small integers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sum<V, A>(V k, V m, V s, V rest)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        V high = math.MultiplyAdd(m, s, math.Multiply(k, math.Constant(HalfPiHigh)));
        return math.Add(high, math.MultiplyAdd(m, rest, math.Multiply(k, math.Constant(HalfPiLow))));
    }
}
