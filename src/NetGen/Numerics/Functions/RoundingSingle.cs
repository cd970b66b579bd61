using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>Rounding to integers in float, by adding a number so large that the sum has no bits after the point.</summary>
internal static class RoundingSingle
{
    /// <summary>The smallest number from which on all are integers.</summary>
    private const float Whole = 8388608f;

    /// <summary>The integer nearest to a number ≥ 0, the even one of two that are equally near.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Nearest<V, A>(V magnitude)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        V whole = math.Constant(Whole);
        V nearest = math.Subtract(math.Add(magnitude, whole), whole);
        return math.SelectLess(magnitude, whole, nearest, magnitude);
    }
}
