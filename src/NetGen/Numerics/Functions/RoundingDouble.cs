using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>Rounding to integers in double, by adding a number so large that the sum has no bits after the point.</summary>
internal static class RoundingDouble
{
    /// <summary>The smallest number from which on all are integers.</summary>
    private const double Whole = 4503599627370496;

    /// <summary>The integer nearest to a number ≥ 0, the even one of two that are equally near.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Nearest<V, A>(V magnitude)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        V whole = math.Constant(Whole);
        V nearest = math.Subtract(math.Add(magnitude, whole), whole);
        return math.SelectLess(magnitude, whole, nearest, magnitude);
    }
}
