using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>arcsin |x| = arcsin s, or π/2 − 2 arcsin s; and odd.</summary>
internal readonly struct AsinDouble : IFunction<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        V half = math.Constant(ArcSineDouble.Half);
        V sign = math.And(x, math.Bits(long.MinValue));
        V magnitude = math.Xor(x, sign);
        V s = ArcSineDouble.Part<V, A>(magnitude, out V rest);
        V k = math.SelectLess(half, magnitude, math.Constant(1), math.Constant(0));
        V m = math.SelectLess(half, magnitude, math.Constant(-2), math.Constant(1));
        return math.Or(ArcSineDouble.Sum<V, A>(k, m, s, rest), sign);
    }
}
