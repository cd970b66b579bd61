using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>
/// lg x = n lg 2 + ln m / ln 10 for x = 2ⁿ·m, with lg 2 in two parts as in fdlibm, of which the product of n and the first is exact:
/// so near an integer the error is below half a unit, and powers of ten have an exact logarithm.
/// </summary>
internal readonly struct Log10Single : IFunction<float>
{
    private const float Log10E = 0.434294492f;
    private const float Log10Of2High = 3.0102920532e-01f;
    private const float Log10Of2Low = 7.9034151668e-07f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        V log = LogarithmSingle.OfMantissa<V, A>(LogarithmSingle.Split<V, A>(x, out V n));
        V y = math.MultiplyAdd(n, math.Constant(Log10Of2Low), math.Multiply(log, math.Constant(Log10E)));
        return LogarithmSingle.Special<V, A>(x, math.MultiplyAdd(n, math.Constant(Log10Of2High), y));
    }
}
