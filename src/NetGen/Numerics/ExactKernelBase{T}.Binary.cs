using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace NetGen.Numerics;

// Functions of two arguments.
public abstract partial class ExactKernelBase<T>
{
    /// <inheritdoc cref="Elementary.Pow(float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TValue Pow<TValue>(TValue x, TValue y)
        where TValue : struct => Apply<PowSingle, PowDouble, TValue>(x, y);

    /// <inheritdoc cref="Elementary.Atan2(float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TValue Atan2<TValue>(TValue y, TValue x)
        where TValue : struct => Apply<Atan2Single, Atan2Double, TValue>(y, x);

    // The comparisons are constants to the compiler that runs them: one branch is left.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TValue Apply<TSingle, TDouble, TValue>(TValue x, TValue y)
        where TSingle : struct, IBinaryFunction<float>
        where TDouble : struct, IBinaryFunction<double>
        where TValue : struct
    {
        if (typeof(TValue) == typeof(float))
            return Cast<float, TValue>(Lanes.Apply<UnfusedBinary<float, TSingle>>(Cast<TValue, float>(x), Cast<TValue, float>(y)));
        if (typeof(TValue) == typeof(double))
            return Cast<double, TValue>(Lanes.Apply<UnfusedBinary<double, TDouble>>(Cast<TValue, double>(x), Cast<TValue, double>(y)));
#if NET
        if (typeof(TValue) == typeof(Vector128<float>))
            return Unsafe.BitCast<Vector128<float>, TValue>(Lanes.Apply<UnfusedBinary<float, TSingle>>(
                Unsafe.BitCast<TValue, Vector128<float>>(x), Unsafe.BitCast<TValue, Vector128<float>>(y)));
        if (typeof(TValue) == typeof(Vector256<float>))
            return Unsafe.BitCast<Vector256<float>, TValue>(Lanes.Apply<UnfusedBinary<float, TSingle>>(
                Unsafe.BitCast<TValue, Vector256<float>>(x), Unsafe.BitCast<TValue, Vector256<float>>(y)));
        if (typeof(TValue) == typeof(Vector512<float>))
            return Unsafe.BitCast<Vector512<float>, TValue>(Lanes.Apply<UnfusedBinary<float, TSingle>>(
                Unsafe.BitCast<TValue, Vector512<float>>(x), Unsafe.BitCast<TValue, Vector512<float>>(y)));
        if (typeof(TValue) == typeof(Vector128<double>))
            return Unsafe.BitCast<Vector128<double>, TValue>(Lanes.Apply<UnfusedBinary<double, TDouble>>(
                Unsafe.BitCast<TValue, Vector128<double>>(x), Unsafe.BitCast<TValue, Vector128<double>>(y)));
        if (typeof(TValue) == typeof(Vector256<double>))
            return Unsafe.BitCast<Vector256<double>, TValue>(Lanes.Apply<UnfusedBinary<double, TDouble>>(
                Unsafe.BitCast<TValue, Vector256<double>>(x), Unsafe.BitCast<TValue, Vector256<double>>(y)));
        if (typeof(TValue) == typeof(Vector512<double>))
            return Unsafe.BitCast<Vector512<double>, TValue>(Lanes.Apply<UnfusedBinary<double, TDouble>>(
                Unsafe.BitCast<TValue, Vector512<double>>(x), Unsafe.BitCast<TValue, Vector512<double>>(y)));
#endif
        throw new NotSupportedException();
    }
}
