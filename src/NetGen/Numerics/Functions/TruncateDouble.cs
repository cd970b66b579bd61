using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>The integer nearest to x that is no farther from 0.</summary>
internal readonly struct TruncateDouble : IFunction<double>
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
        V nearest = RoundingDouble.Nearest<V, A>(magnitude);
        V whole = math.SelectLess(magnitude, nearest, math.Subtract(nearest, math.Constant(1)), nearest);
        return math.Or(whole, sign);
    }
}
