using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>ln x.</summary>
internal readonly struct LogSingle : IFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        return LogarithmSingle.Log<V, A>(x, math.Constant(0f));
    }
}
