using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>sin x.</summary>
internal readonly struct SinDouble : IFunction<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        V r = TrigonometricDouble.Remainder<V, A>(x, out V quarters);
        return TrigonometricDouble.SineAfter<V, A>(r, quarters);
    }
}
