using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace NetGen.Numerics;

// The same of two arguments.
internal static partial class Lanes
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Apply<TFunction>(float x, float y)
        where TFunction : struct, IBinaryFunction<float> =>
#if NET
        Vector128.IsHardwareAccelerated ? Apply<TFunction>(Vector128.Create(x), Vector128.Create(y)).ToScalar() :
#endif
        default(TFunction).Invoke<float, SingleArithmetic>(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Apply<TFunction>(double x, double y)
        where TFunction : struct, IBinaryFunction<double> =>
#if NET
        Vector128.IsHardwareAccelerated ? Apply<TFunction>(Vector128.Create(x), Vector128.Create(y)).ToScalar() :
#endif
        default(TFunction).Invoke<double, DoubleArithmetic>(x, y);

#if NET
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Apply<TFunction>(Vector128<float> x, Vector128<float> y)
        where TFunction : struct, IBinaryFunction<float> =>
        default(TFunction).Invoke<Vector128<float>, Vector128SingleArithmetic>(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Apply<TFunction>(Vector256<float> x, Vector256<float> y)
        where TFunction : struct, IBinaryFunction<float> =>
        Vector256.IsHardwareAccelerated
            ? default(TFunction).Invoke<Vector256<float>, Vector256SingleArithmetic>(x, y)
            : Vector256.Create(Apply<TFunction>(x.GetLower(), y.GetLower()), Apply<TFunction>(x.GetUpper(), y.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Apply<TFunction>(Vector512<float> x, Vector512<float> y)
        where TFunction : struct, IBinaryFunction<float> =>
        Vector512.IsHardwareAccelerated
            ? default(TFunction).Invoke<Vector512<float>, Vector512SingleArithmetic>(x, y)
            : Vector512.Create(Apply<TFunction>(x.GetLower(), y.GetLower()), Apply<TFunction>(x.GetUpper(), y.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Apply<TFunction>(Vector128<double> x, Vector128<double> y)
        where TFunction : struct, IBinaryFunction<double> =>
        default(TFunction).Invoke<Vector128<double>, Vector128DoubleArithmetic>(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Apply<TFunction>(Vector256<double> x, Vector256<double> y)
        where TFunction : struct, IBinaryFunction<double> =>
        Vector256.IsHardwareAccelerated
            ? default(TFunction).Invoke<Vector256<double>, Vector256DoubleArithmetic>(x, y)
            : Vector256.Create(Apply<TFunction>(x.GetLower(), y.GetLower()), Apply<TFunction>(x.GetUpper(), y.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Apply<TFunction>(Vector512<double> x, Vector512<double> y)
        where TFunction : struct, IBinaryFunction<double> =>
        Vector512.IsHardwareAccelerated
            ? default(TFunction).Invoke<Vector512<double>, Vector512DoubleArithmetic>(x, y)
            : Vector512.Create(Apply<TFunction>(x.GetLower(), y.GetLower()), Apply<TFunction>(x.GetUpper(), y.GetUpper()));
#endif
}
