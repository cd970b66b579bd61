using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>cos x = sin(x + π/2).</summary>
internal readonly struct CosSingle : IFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        V r = TrigonometricSingle.Remainder<V, A>(x, out V quarters);
        return TrigonometricSingle.SineAfter<V, A>(r, math.AddBits(quarters, math.Bits(1)));
    }
}
