using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>arcsin |x| = arcsin s, or π/2 − 2 arcsin s; and odd.</summary>
internal readonly struct AsinSingle : IFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        V half = math.Constant(ArcSineSingle.Half);
        V sign = math.And(x, math.Bits(0x80000000));
        V magnitude = math.Xor(x, sign);
        V s = ArcSineSingle.Part<V, A>(magnitude, out V rest);
        V k = math.SelectLess(half, magnitude, math.Constant(1f), math.Constant(0f));
        V m = math.SelectLess(half, magnitude, math.Constant(-2f), math.Constant(1f));
        return math.Or(ArcSineSingle.Sum<V, A>(k, m, s, rest), sign);
    }
}
