using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>sin x.</summary>
internal readonly struct SinSingle : IFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        V r = TrigonometricSingle.Remainder<V, A>(x, out V quarters);
        return TrigonometricSingle.SineAfter<V, A>(r, quarters);
    }
}
