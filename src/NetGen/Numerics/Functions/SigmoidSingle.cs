using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>1 / (1 + e⁻ˣ), as z / (1 + z) with z = eˣ for negative x, which keeps small results precise.</summary>
internal readonly struct SigmoidSingle : IFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        V z = ExponentialSingle.NonPositive<V, A>(math.Or(x, math.Bits(0x80000000)));
        V numerator = math.SelectLess(x, math.Constant(0f), z, math.Constant(1f));
        return math.Divide(numerator, math.Add(math.Constant(1f), z));
    }
}
