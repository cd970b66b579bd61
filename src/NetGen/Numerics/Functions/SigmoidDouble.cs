using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>1 / (1 + e⁻ˣ), as z / (1 + z) with z = eˣ for negative x, which keeps small results precise.</summary>
internal readonly struct SigmoidDouble : IFunction<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        V z = ExponentialDouble.NonPositive<V, A>(math.Or(x, math.Bits(long.MinValue)));
        V numerator = math.SelectLess(x, math.Constant(0), z, math.Constant(1));
        return math.Divide(numerator, math.Add(math.Constant(1), z));
    }
}
