using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>cos x = sin(x + π/2).</summary>
internal readonly struct CosDouble : IFunction<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        V r = TrigonometricDouble.Remainder<V, A>(x, out V quarters);
        return TrigonometricDouble.SineAfter<V, A>(r, math.AddBits(quarters, math.Bits(1)));
    }
}
