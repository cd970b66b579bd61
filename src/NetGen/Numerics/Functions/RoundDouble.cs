using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>The nearest integer, the even one of two that are equally near.</summary>
internal readonly struct RoundDouble : IFunction<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        V signBit = math.Bits(long.MinValue);
        V sign = math.And(x, signBit);
        V magnitude = math.Xor(x, sign);
        return math.Or(RoundingDouble.Nearest<V, A>(magnitude), sign);
    }
}
