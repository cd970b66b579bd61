using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>ln x.</summary>
internal readonly struct LogDouble : IFunction<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        return LogarithmDouble.Log<V, A>(x, math.Constant(0));
    }
}
