using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>log₂ x = n + ln m / ln 2 for x = 2ⁿ·m, exact at powers of two.</summary>
internal readonly struct Log2Double : IFunction<double>
{
    private const double Log2E = 1.4426950408889634;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        V log = LogarithmDouble.OfMantissa<V, A>(LogarithmDouble.Split<V, A>(x, out V n));
        return LogarithmDouble.Special<V, A>(x, math.MultiplyAdd(log, math.Constant(Log2E), n));
    }
}
