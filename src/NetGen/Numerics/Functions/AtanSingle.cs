using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>arctan x: the angle of the point (1, x).</summary>
internal readonly struct AtanSingle : IFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        V sign = math.And(x, math.Bits(0x80000000));
        V angle = ArcTangentSingle.Angle<V, A>(math.Xor(x, sign), math.Constant(1f), math.Constant(0f));
        return math.Or(angle, sign);
    }
}
