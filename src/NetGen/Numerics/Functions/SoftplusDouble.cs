using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>ln(1 + eˣ) = max(x, 0) + ln(1 + z), z = e⁻|x|; ln(1 + z) = 2 artanh s, s = z / (2 + z) ≤ 1/3.</summary>
internal readonly struct SoftplusDouble : IFunction<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        V zero = math.Constant(0);
        V z = ExponentialDouble.NonPositive<V, A>(math.Or(x, math.Bits(long.MinValue)));
        V s = math.Divide(z, math.Add(math.Constant(2), z));
        V w = math.Multiply(s, s);

        // Minimax approximation of (2 artanh(s)/s − 2)/w on w = s² ≤ 1/9, found by the Remez algorithm.
        V g = math.MultiplyAdd(w, math.Constant(0.17016436062006379), math.Constant(0.083413233841670195));
        g = math.MultiplyAdd(w, g, math.Constant(0.12105787937042801));
        g = math.MultiplyAdd(w, g, math.Constant(0.13301014205319145));
        g = math.MultiplyAdd(w, g, math.Constant(0.15386556549281993));
        g = math.MultiplyAdd(w, g, math.Constant(0.18181744100480915));
        g = math.MultiplyAdd(w, g, math.Constant(0.2222222396408107));
        g = math.MultiplyAdd(w, g, math.Constant(0.28571428547960465));
        g = math.MultiplyAdd(w, g, math.Constant(0.40000000000156199));
        g = math.MultiplyAdd(w, g, math.Constant(0.66666666666666308));

        V log = math.MultiplyAdd(s, math.Subtract(math.Multiply(w, g), z), z);
        return math.Add(math.SelectLess(x, zero, zero, x), log);
    }
}
