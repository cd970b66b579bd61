using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>
/// The angle of a point in double precision. The quotient t of the lesser coordinate and the greater, or of their difference
/// and their sum, has |t| ≤ tan(π/8); the angle is k·π/4 ± arctan t, k = 0 to 4.
/// </summary>
/// <remarks>
/// The high part of π/4 ends in zeros, so that k times it is exact. The polynomial is the minimax approximation of
/// (arctan(t)/t − 1)/t², found by the Remez algorithm.
/// </remarks>
internal static class ArcTangentDouble
{
    private const double TangentOfEighth = 0.41421356237309503;
    private const double QuarterHigh = 0.7853981633974483;
    private const double QuarterLow = 3.061616997868383e-17;

    /// <summary>Of (x, y), or of (−x, y) where <paramref name="side"/> is the sign bit, not 0. Neither is negative, nor both 0 or ∞.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Angle<V, A>(V y, V x, V side)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        V one = math.Constant(1);
        V signBit = math.Bits(long.MinValue);
        V lesser = math.SelectLess(x, y, x, y);
        V greater = math.SelectLess(x, y, y, x);
        V bound = math.Multiply(greater, math.Constant(TangentOfEighth));
        V k = math.SelectLess(bound, lesser, one, math.Constant(0));
        V top = math.SelectLess(bound, lesser, math.Subtract(lesser, greater), lesser);
        V bottom = math.SelectLess(bound, lesser, math.Add(lesser, greater), greater);
        V t = math.Divide(top, bottom);

        // Beyond the diagonal the angle is counted back from π/2, and on the other side of the y axis from π.
        k = math.SelectLess(x, y, math.Subtract(math.Constant(2), k), k);
        k = math.SelectLess(math.Or(side, one), math.Constant(0), math.Subtract(math.Constant(4), k), k);
        t = math.Xor(t, math.Xor(side, math.SelectLess(x, y, signBit, math.Constant(0))));

        V z = math.Multiply(t, t);
        V z2 = math.Multiply(z, z);
        V even = math.MultiplyAdd(z2, math.Constant(-0.017908253224682223), math.Constant(-0.050393687273387666));
        even = math.MultiplyAdd(z2, even, math.Constant(-0.06663106841848777));
        even = math.MultiplyAdd(z2, even, math.Constant(-0.09090897775755832));
        even = math.MultiplyAdd(z2, even, math.Constant(-0.1428571428021245));
        even = math.MultiplyAdd(z2, even, math.Constant(-0.333333333333332));
        V odd = math.MultiplyAdd(z2, math.Constant(0.03806584611531697), math.Constant(0.058479065552628974));
        odd = math.MultiplyAdd(z2, odd, math.Constant(0.07692060497796385));
        odd = math.MultiplyAdd(z2, odd, math.Constant(0.11111110784165039));
        odd = math.MultiplyAdd(z2, odd, math.Constant(0.1999999999995377));
        V p = math.MultiplyAdd(z, odd, even);
        V low = math.MultiplyAdd(math.Multiply(t, z), p, math.Multiply(k, math.Constant(QuarterLow)));
        return math.MultiplyAdd(k, math.Constant(QuarterHigh), math.Add(t, low));
    }
}
