using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>tan x = sin r / cos r, or −cos r / sin r an odd number of quarters away.</summary>
internal readonly struct TanDouble : IFunction<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        V zero = math.Constant(0);
        V r = TrigonometricDouble.Remainder<V, A>(x, out V quarters);
        V square = math.Multiply(r, r);
        V sine = TrigonometricDouble.Sine<V, A>(r, square);
        V cosine = TrigonometricDouble.Cosine<V, A>(square);
        V odd = TrigonometricDouble.Odd<V, A>(quarters);
        V y = math.Divide(math.SelectLess(odd, zero, cosine, sine), math.SelectLess(odd, zero, sine, cosine));
        return math.Xor(y, math.ShiftLeft(quarters, 63));
    }
}
