using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>arccos x = π/2 − arcsin x, or 2 arcsin s, or π − 2 arcsin s.</summary>
internal readonly struct AcosDouble : IFunction<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        V half = math.Constant(ArcSineDouble.Half);
        V one = math.Constant(1);
        V sign = math.And(x, math.Bits(long.MinValue));
        V magnitude = math.Xor(x, sign);
        V s = ArcSineDouble.Part<V, A>(magnitude, out V rest);
        V k = math.SelectLess(half, magnitude, math.Subtract(one, math.Or(sign, one)), one);
        V m = math.SelectLess(half, magnitude, math.Constant(2), math.Constant(-1));
        return ArcSineDouble.Sum<V, A>(k, math.Xor(m, sign), s, rest);
    }
}
