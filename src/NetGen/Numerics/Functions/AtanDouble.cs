using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>arctan x: the angle of the point (1, x).</summary>
internal readonly struct AtanDouble : IFunction<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        V sign = math.And(x, math.Bits(long.MinValue));
        V angle = ArcTangentDouble.Angle<V, A>(math.Xor(x, sign), math.Constant(1), math.Constant(0));
        return math.Or(angle, sign);
    }
}
