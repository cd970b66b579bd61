using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>
/// The angle of a point in single precision. The quotient t of the lesser coordinate and the greater, or of their difference
/// and their sum, has |t| ≤ tan(π/8); the angle is k·π/4 ± arctan t, k = 0 to 4.
/// </summary>
/// <remarks>
/// The high part of π/4 ends in zeros, so that k times it is exact. The polynomial is the minimax approximation of
/// (arctan(t)/t − 1)/t², found by the Remez algorithm.
/// </remarks>
internal static class ArcTangentSingle
{
    private const float TangentOfEighth = 0.414213562f;
    private const float QuarterHigh = 0.785398245f;
    private const float QuarterLow = -8.14603402e-08f;

    /// <summary>Of (x, y), or of (−x, y) where <paramref name="side"/> is the sign bit, not 0. Neither is negative, nor both 0 or ∞.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Angle<V, A>(V y, V x, V side)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        V one = math.Constant(1f);
        V signBit = math.Bits(0x80000000);
        V lesser = math.SelectLess(x, y, x, y);
        V greater = math.SelectLess(x, y, y, x);
        V bound = math.Multiply(greater, math.Constant(TangentOfEighth));
        V k = math.SelectLess(bound, lesser, one, math.Constant(0f));
        V top = math.SelectLess(bound, lesser, math.Subtract(lesser, greater), lesser);
        V bottom = math.SelectLess(bound, lesser, math.Add(lesser, greater), greater);
        V t = math.Divide(top, bottom);

        // Beyond the diagonal the angle is counted back from π/2, and on the other side of the y axis from π.
        k = math.SelectLess(x, y, math.Subtract(math.Constant(2f), k), k);
        k = math.SelectLess(math.Or(side, one), math.Constant(0f), math.Subtract(math.Constant(4f), k), k);
        t = math.Xor(t, math.Xor(side, math.SelectLess(x, y, signBit, math.Constant(0f))));

        V z = math.Multiply(t, t);
        V p = math.MultiplyAdd(z, math.Constant(-0.06090355f), math.Constant(0.10599357f));
        p = math.MultiplyAdd(z, p, math.Constant(-0.14244422f));
        p = math.MultiplyAdd(z, p, math.Constant(0.1999853f));
        p = math.MultiplyAdd(z, p, math.Constant(-0.33333316f));
        V low = math.MultiplyAdd(math.Multiply(t, z), p, math.Multiply(k, math.Constant(QuarterLow)));
        return math.MultiplyAdd(k, math.Constant(QuarterHigh), math.Add(t, low));
    }
}
