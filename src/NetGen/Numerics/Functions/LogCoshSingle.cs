using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>ln cosh x = |x| + ln(1 + e⁻²|x|) − ln 2, which cannot overflow.</summary>
internal readonly struct LogCoshSingle : IFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        V negative = math.Or(x, math.Bits(0x80000000));
        V log = default(SoftplusSingle).Invoke<V, A>(math.Add(negative, negative));
        return math.Subtract(math.Subtract(log, math.Constant(0.693147181f)), negative);
    }
}
