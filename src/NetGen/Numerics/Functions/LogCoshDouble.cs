using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>ln cosh x = |x| + ln(1 + e⁻²|x|) − ln 2, which cannot overflow.</summary>
internal readonly struct LogCoshDouble : IFunction<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        V negative = math.Or(x, math.Bits(long.MinValue));
        V log = default(SoftplusDouble).Invoke<V, A>(math.Add(negative, negative));
        return math.Subtract(math.Subtract(log, math.Constant(0.69314718055994531)), negative);
    }
}
