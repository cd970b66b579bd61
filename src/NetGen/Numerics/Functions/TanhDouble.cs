using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>tanh x = −t / (2 + t) with t = e⁻²ˣ − 1 for x ≥ 0, and odd.</summary>
internal readonly struct TanhDouble : IFunction<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        V signBit = math.Bits(long.MinValue);
        V t = ExponentialDouble.NonPositiveMinus1<V, A>(math.Or(math.Add(x, x), signBit));
        V magnitude = math.Divide(math.Subtract(math.Constant(0), t), math.Add(math.Constant(2), t));
        return math.Or(magnitude, math.And(x, signBit));
    }
}
