using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>
/// lg x = n lg 2 + ln m / ln 10 for x = 2ⁿ·m, with lg 2 in two parts as in fdlibm, of which the product of n and the first is exact:
/// so near an integer the error is below half a unit, and powers of ten have an exact logarithm.
/// </summary>
internal readonly struct Log10Double : IFunction<double>
{
    private const double Log10E = 0.43429448190325182;
    private const double Log10Of2High = 3.01029995663611771306e-01;
    private const double Log10Of2Low = 3.69423907715893078616e-13;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        V log = LogarithmDouble.OfMantissa<V, A>(LogarithmDouble.Split<V, A>(x, out V n));
        V y = math.MultiplyAdd(n, math.Constant(Log10Of2Low), math.Multiply(log, math.Constant(Log10E)));
        return LogarithmDouble.Special<V, A>(x, math.MultiplyAdd(n, math.Constant(Log10Of2High), y));
    }
}
