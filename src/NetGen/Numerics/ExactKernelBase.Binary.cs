using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace NetGen.Numerics;

// Functions of two arguments.
public abstract partial class ExactKernelBase
{
    /// <inheritdoc cref="Elementary.Pow(float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T Pow<T>(T x, T y)
        where T : struct => Apply<PowSingle, PowDouble, T>(x, y);

    /// <inheritdoc cref="Elementary.Atan2(float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T Atan2<T>(T y, T x)
        where T : struct => Apply<Atan2Single, Atan2Double, T>(y, x);

    // The comparisons are constants to the compiler that runs them: one branch is left.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Apply<TSingle, TDouble, T>(T x, T y)
        where TSingle : struct, IBinaryFunction<float>
        where TDouble : struct, IBinaryFunction<double>
        where T : struct
    {
        if (typeof(T) == typeof(float))
            return Cast<float, T>(Lanes.Apply<UnfusedBinary<float, TSingle>>(Cast<T, float>(x), Cast<T, float>(y)));
        if (typeof(T) == typeof(double))
            return Cast<double, T>(Lanes.Apply<UnfusedBinary<double, TDouble>>(Cast<T, double>(x), Cast<T, double>(y)));
#if NET
        if (typeof(T) == typeof(Vector128<float>))
            return Unsafe.BitCast<Vector128<float>, T>(Lanes.Apply<UnfusedBinary<float, TSingle>>(
                Unsafe.BitCast<T, Vector128<float>>(x), Unsafe.BitCast<T, Vector128<float>>(y)));
        if (typeof(T) == typeof(Vector256<float>))
            return Unsafe.BitCast<Vector256<float>, T>(Lanes.Apply<UnfusedBinary<float, TSingle>>(
                Unsafe.BitCast<T, Vector256<float>>(x), Unsafe.BitCast<T, Vector256<float>>(y)));
        if (typeof(T) == typeof(Vector512<float>))
            return Unsafe.BitCast<Vector512<float>, T>(Lanes.Apply<UnfusedBinary<float, TSingle>>(
                Unsafe.BitCast<T, Vector512<float>>(x), Unsafe.BitCast<T, Vector512<float>>(y)));
        if (typeof(T) == typeof(Vector128<double>))
            return Unsafe.BitCast<Vector128<double>, T>(Lanes.Apply<UnfusedBinary<double, TDouble>>(
                Unsafe.BitCast<T, Vector128<double>>(x), Unsafe.BitCast<T, Vector128<double>>(y)));
        if (typeof(T) == typeof(Vector256<double>))
            return Unsafe.BitCast<Vector256<double>, T>(Lanes.Apply<UnfusedBinary<double, TDouble>>(
                Unsafe.BitCast<T, Vector256<double>>(x), Unsafe.BitCast<T, Vector256<double>>(y)));
        if (typeof(T) == typeof(Vector512<double>))
            return Unsafe.BitCast<Vector512<double>, T>(Lanes.Apply<UnfusedBinary<double, TDouble>>(
                Unsafe.BitCast<T, Vector512<double>>(x), Unsafe.BitCast<T, Vector512<double>>(y)));
#endif
        throw new NotSupportedException();
    }
}
