using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>The nearest integer, the even one of two that are equally near.</summary>
internal readonly struct RoundSingle : IFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        V signBit = math.Bits(0x80000000);
        V sign = math.And(x, signBit);
        V magnitude = math.Xor(x, sign);
        return math.Or(RoundingSingle.Nearest<V, A>(magnitude), sign);
    }
}
