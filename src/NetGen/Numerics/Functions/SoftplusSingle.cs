using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>ln(1 + eˣ) = max(x, 0) + ln(1 + z), z = e⁻|x|; ln(1 + z) = 2 artanh s, s = z / (2 + z) ≤ 1/3.</summary>
internal readonly struct SoftplusSingle : IFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        V zero = math.Constant(0f);
        V z = ExponentialSingle.NonPositive<V, A>(math.Or(x, math.Bits(0x80000000)));
        V s = math.Divide(z, math.Add(math.Constant(2f), z));
        V w = math.Multiply(s, s);

        // Minimax approximation of (2 artanh(s)/s − 2)/w on w = s² ≤ 1/9, found by the Remez algorithm.
        V g = math.MultiplyAdd(w, math.Constant(0.242452323f), math.Constant(0.214438885f));
        g = math.MultiplyAdd(w, g, math.Constant(0.286152124f));
        g = math.MultiplyAdd(w, g, math.Constant(0.399989486f));
        g = math.MultiplyAdd(w, g, math.Constant(0.666666746f));

        V log = math.MultiplyAdd(s, math.Subtract(math.Multiply(w, g), z), z);
        return math.Add(math.SelectLess(x, zero, zero, x), log);
    }
}
