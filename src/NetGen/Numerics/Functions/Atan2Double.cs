using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>The angle of the point (x, y).</summary>
internal readonly struct Atan2Double : IBinaryFunction<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V y, V x)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        V one = math.Constant(1);
        V signBit = math.Bits(long.MinValue);
        V sign = math.And(y, signBit);
        V side = math.And(x, signBit);
        y = math.Xor(y, sign);
        x = math.Xor(x, side);

        // Two infinities are as (1, 1) and two zeros as (1, 0). A sum with NaN is NaN.
        V largest = math.Constant(double.MaxValue);
        V high = math.SelectLess(largest, y, math.SelectLess(largest, x, one, y), y);
        V wide = math.SelectLess(largest, x, math.SelectLess(largest, y, one, x), x);
        V greater = math.SelectLess(wide, high, high, wide);
        wide = math.SelectLess(math.Constant(0), greater, wide, math.Add(wide, one));

        // The sum of the coordinates must not overflow.
        V scale = math.SelectLess(math.Constant(4.4942328371557898e307), greater, math.Constant(0.25), one);
        V angle = ArcTangentDouble.Angle<V, A>(math.Multiply(high, scale), math.Multiply(wide, scale), side);
        return math.Xor(angle, sign);
    }
}
