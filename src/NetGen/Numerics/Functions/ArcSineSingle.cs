using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>
/// The parts of arcsin x and arccos x in single precision: arcsin s = s + s·z·p(z), z = s², with s = |x| up to ½, and beyond, where
/// arccos |x| = 2 arcsin s, s = √z with z = (1 − |x|)/2.
/// </summary>
/// <remarks>The polynomial is the minimax approximation of (arcsin(s)/s − 1)/s² on s² ≤ ¼, found by the Remez algorithm.</remarks>
internal static class ArcSineSingle
{
    /// <summary>π/2 is this and <see cref="HalfPiLow"/>.</summary>
    public const float HalfPiHigh = 1.57079637f;

    public const float HalfPiLow = -4.37113883e-08f;

    /// <summary>The largest |x| that is s itself.</summary>
    public const float Half = 0.5f;

    /// <summary>s, and arcsin s − s in <paramref name="rest"/>; NaN where |x| &gt; 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Part<V, A>(V magnitude, out V rest)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        V half = math.Constant(Half);
        V z = math.SelectLess(half, magnitude, math.MultiplyAdd(magnitude, math.Constant(-0.5f), half), math.Multiply(magnitude, magnitude));
        V s = math.SelectLess(half, magnitude, math.SquareRoot(z), magnitude);
        V p = math.MultiplyAdd(z, math.Constant(0.04221183f), math.Constant(0.024152085f));
        p = math.MultiplyAdd(z, p, math.Constant(0.04547604f));
        p = math.MultiplyAdd(z, p, math.Constant(0.07495252f));
        p = math.MultiplyAdd(z, p, math.Constant(0.16666754f));
        rest = math.Multiply(math.Multiply(s, z), p);
        return s;
    }

    /// <summary>k·π/2 + m·arcsin s, for small integers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sum<V, A>(V k, V m, V s, V rest)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        V high = math.MultiplyAdd(m, s, math.Multiply(k, math.Constant(HalfPiHigh)));
        return math.Add(high, math.MultiplyAdd(m, rest, math.Multiply(k, math.Constant(HalfPiLow))));
    }
}
