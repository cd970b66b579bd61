using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>log₂ x = n + ln m / ln 2 for x = 2ⁿ·m, exact at powers of two.</summary>
internal readonly struct Log2Single : IFunction<float>
{
    private const float Log2E = 1.44269502f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        V log = LogarithmSingle.OfMantissa<V, A>(LogarithmSingle.Split<V, A>(x, out V n));
        return LogarithmSingle.Special<V, A>(x, math.MultiplyAdd(log, math.Constant(Log2E), n));
    }
}
