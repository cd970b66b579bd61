using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>The integer nearest to x that is no farther from 0.</summary>
internal readonly struct TruncateSingle : IFunction<float>
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
        V nearest = RoundingSingle.Nearest<V, A>(magnitude);
        V whole = math.SelectLess(magnitude, nearest, math.Subtract(nearest, math.Constant(1f)), nearest);
        return math.Or(whole, sign);
    }
}
