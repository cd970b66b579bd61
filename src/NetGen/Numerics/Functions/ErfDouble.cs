using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>
/// erf x = 1 − e⁻ʰ for x ≥ 0, and odd, with h = −ln erfc x = x·p(|x|)/q(|x|). h grows smoothly, from 2x/√π to x²,
/// so that one approximation serves the whole range.
/// </summary>
internal readonly struct ErfDouble : IFunction<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        V signBit = math.Bits(long.MinValue);
        V sign = math.And(x, signBit);
        V a = math.Xor(x, sign);

        // Minimax approximation of h/|x| up to 5.95, where erf rounds to 1, found by Lawson's iteration.
        V p = math.MultiplyAdd(a, math.Constant(0.00011834801079488103), math.Constant(0.0033701824901826477));
        p = math.MultiplyAdd(a, p, math.Constant(0.034993113032148755));
        p = math.MultiplyAdd(a, p, math.Constant(0.19999805927418668));
        p = math.MultiplyAdd(a, p, math.Constant(0.7207737289762145));
        p = math.MultiplyAdd(a, p, math.Constant(1.7151330324023883));
        p = math.MultiplyAdd(a, p, math.Constant(2.6708735076734755));
        p = math.MultiplyAdd(a, p, math.Constant(2.523690656584248));
        p = math.MultiplyAdd(a, p, math.Constant(1.1283791670955126));

        V q = math.MultiplyAdd(a, math.Constant(0.00011836903338129596), math.Constant(0.0033677415563631327));
        q = math.MultiplyAdd(a, q, math.Constant(0.03443383313995445));
        q = math.MultiplyAdd(a, q, math.Constant(0.1888689465633264));
        q = math.MultiplyAdd(a, q, math.Constant(0.6329121532049732));
        q = math.MultiplyAdd(a, q, math.Constant(1.332384726625339));
        q = math.MultiplyAdd(a, q, math.Constant(1.6723730278307536));
        q = math.MultiplyAdd(a, q, math.Constant(1.0));
        V h = math.Divide(math.Multiply(a, p), q);

        V t = ExponentialDouble.NonPositiveMinus1<V, A>(math.Or(h, signBit));
        t = math.SelectLess(math.Constant(5.95), a, math.Constant(-1), t);
        return math.Xor(math.Or(t, signBit), math.Xor(sign, signBit));
    }
}
