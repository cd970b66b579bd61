using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>arccos x = π/2 − arcsin x, or 2 arcsin s, or π − 2 arcsin s.</summary>
internal readonly struct AcosSingle : IFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        V half = math.Constant(ArcSineSingle.Half);
        V one = math.Constant(1f);
        V sign = math.And(x, math.Bits(0x80000000));
        V magnitude = math.Xor(x, sign);
        V s = ArcSineSingle.Part<V, A>(magnitude, out V rest);
        V k = math.SelectLess(half, magnitude, math.Subtract(one, math.Or(sign, one)), one);
        V m = math.SelectLess(half, magnitude, math.Constant(2f), math.Constant(-1f));
        return ArcSineSingle.Sum<V, A>(k, math.Xor(m, sign), s, rest);
    }
}
