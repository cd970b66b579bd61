using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace NetGen.Numerics;

/// <summary>
/// Applies a function to one element or to the lanes of a vector. A vector that is wider than the hardware's
/// is taken in halves here, once for the whole function rather than once for each of its operations. One element is
/// computed as a vector, which selects where scalar code would branch, and mispredict.
/// </summary>
internal static partial class Lanes
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Apply<TFunction>(float x)
        where TFunction : struct, IFunction<float> =>
#if NET
        Vector128.IsHardwareAccelerated ? Apply<TFunction>(Vector128.Create(x)).ToScalar() :
#endif
        default(TFunction).Invoke<float, SingleArithmetic>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Apply<TFunction>(double x)
        where TFunction : struct, IFunction<double> =>
#if NET
        Vector128.IsHardwareAccelerated ? Apply<TFunction>(Vector128.Create(x)).ToScalar() :
#endif
        default(TFunction).Invoke<double, DoubleArithmetic>(x);

#if NET
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Apply<TFunction>(Vector128<float> x)
        where TFunction : struct, IFunction<float> =>
        default(TFunction).Invoke<Vector128<float>, Vector128SingleArithmetic>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Apply<TFunction>(Vector256<float> x)
        where TFunction : struct, IFunction<float> =>
        Vector256.IsHardwareAccelerated
            ? default(TFunction).Invoke<Vector256<float>, Vector256SingleArithmetic>(x)
            : Vector256.Create(Apply<TFunction>(x.GetLower()), Apply<TFunction>(x.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Apply<TFunction>(Vector512<float> x)
        where TFunction : struct, IFunction<float> =>
        Vector512.IsHardwareAccelerated
            ? default(TFunction).Invoke<Vector512<float>, Vector512SingleArithmetic>(x)
            : Vector512.Create(Apply<TFunction>(x.GetLower()), Apply<TFunction>(x.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Apply<TFunction>(Vector128<double> x)
        where TFunction : struct, IFunction<double> =>
        default(TFunction).Invoke<Vector128<double>, Vector128DoubleArithmetic>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Apply<TFunction>(Vector256<double> x)
        where TFunction : struct, IFunction<double> =>
        Vector256.IsHardwareAccelerated
            ? default(TFunction).Invoke<Vector256<double>, Vector256DoubleArithmetic>(x)
            : Vector256.Create(Apply<TFunction>(x.GetLower()), Apply<TFunction>(x.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Apply<TFunction>(Vector512<double> x)
        where TFunction : struct, IFunction<double> =>
        Vector512.IsHardwareAccelerated
            ? default(TFunction).Invoke<Vector512<double>, Vector512DoubleArithmetic>(x)
            : Vector512.Create(Apply<TFunction>(x.GetLower()), Apply<TFunction>(x.GetUpper()));
#endif
}
