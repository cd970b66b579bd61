using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>
/// erf x = 1 − e⁻ʰ for x ≥ 0, and odd, with h = −ln erfc x = x·p(|x|). h grows smoothly, from 2x/√π to x²,
/// so that one approximation serves the whole range.
/// </summary>
internal readonly struct ErfSingle : IFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        V signBit = math.Bits(0x80000000);
        V sign = math.And(x, signBit);
        V a = math.Xor(x, sign);

        // Minimax approximation of h/|x| up to 3.93, where erf rounds to 1, found by Lawson's iteration.
        V p = math.MultiplyAdd(a, math.Constant(-9.256508e-06f), math.Constant(0.00011764087f));
        p = math.MultiplyAdd(a, p, math.Constant(-0.00063282537f));
        p = math.MultiplyAdd(a, p, math.Constant(0.00166699f));
        p = math.MultiplyAdd(a, p, math.Constant(-0.00016034512f));
        p = math.MultiplyAdd(a, p, math.Constant(-0.019153098f));
        p = math.MultiplyAdd(a, p, math.Constant(0.10277784f));
        p = math.MultiplyAdd(a, p, math.Constant(0.6366194f));
        p = math.MultiplyAdd(a, p, math.Constant(1.1283792f));
        V h = math.Multiply(a, p);

        V t = ExponentialSingle.NonPositiveMinus1<V, A>(math.Or(h, signBit));
        t = math.SelectLess(math.Constant(3.93f), a, math.Constant(-1f), t);
        return math.Xor(math.Or(t, signBit), math.Xor(sign, signBit));
    }
}
