using System.ComponentModel;
using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace NetGen.Numerics;

/// <summary>
/// What generated kernels of exact arithmetic are written in: the elementary functions have the same bits on every machine.
/// Not for use by hand.
/// </summary>
/// <remarks>
/// A function is generic over <see cref="float"/>, <see cref="double"/> and their vectors; as a member of the derived class
/// it goes before the overloads of the base class. The netstandard2.0 build, which never fuses, declares it too: what is
/// compiled against that build then finds it in the one for .NET.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract partial class ExactKernelBase<T> : KernelBase<T>
{
    /// <summary>Kernels are static.</summary>
    protected ExactKernelBase()
    {
    }

    /// <inheritdoc cref="Elementary.Exp(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TValue Exp<TValue>(TValue x)
        where TValue : struct => Apply<ExpSingle, ExpDouble, TValue>(x);

    /// <inheritdoc cref="Elementary.Expm1(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TValue Expm1<TValue>(TValue x)
        where TValue : struct => Apply<Expm1Single, Expm1Double, TValue>(x);

    /// <inheritdoc cref="Elementary.Log(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TValue Log<TValue>(TValue x)
        where TValue : struct => Apply<LogSingle, LogDouble, TValue>(x);

    /// <inheritdoc cref="Elementary.Log1p(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TValue Log1p<TValue>(TValue x)
        where TValue : struct => Apply<Log1pSingle, Log1pDouble, TValue>(x);

    /// <inheritdoc cref="Elementary.Log2(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TValue Log2<TValue>(TValue x)
        where TValue : struct => Apply<Log2Single, Log2Double, TValue>(x);

    /// <inheritdoc cref="Elementary.Log10(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TValue Log10<TValue>(TValue x)
        where TValue : struct => Apply<Log10Single, Log10Double, TValue>(x);

    /// <inheritdoc cref="Elementary.Sigmoid(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TValue Sigmoid<TValue>(TValue x)
        where TValue : struct => Apply<SigmoidSingle, SigmoidDouble, TValue>(x);

    /// <inheritdoc cref="Elementary.Softplus(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TValue Softplus<TValue>(TValue x)
        where TValue : struct => Apply<SoftplusSingle, SoftplusDouble, TValue>(x);

    /// <inheritdoc cref="Elementary.Tanh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TValue Tanh<TValue>(TValue x)
        where TValue : struct => Apply<TanhSingle, TanhDouble, TValue>(x);

    /// <inheritdoc cref="Elementary.Erf(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TValue Erf<TValue>(TValue x)
        where TValue : struct => Apply<ErfSingle, ErfDouble, TValue>(x);

    /// <inheritdoc cref="Elementary.LogCosh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TValue LogCosh<TValue>(TValue x)
        where TValue : struct => Apply<LogCoshSingle, LogCoshDouble, TValue>(x);

    /// <inheritdoc cref="Elementary.Sin(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TValue Sin<TValue>(TValue x)
        where TValue : struct => Apply<SinSingle, SinDouble, TValue>(x);

    /// <inheritdoc cref="Elementary.Cos(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TValue Cos<TValue>(TValue x)
        where TValue : struct => Apply<CosSingle, CosDouble, TValue>(x);

    /// <inheritdoc cref="Elementary.Tan(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TValue Tan<TValue>(TValue x)
        where TValue : struct => Apply<TanSingle, TanDouble, TValue>(x);

    /// <inheritdoc cref="Elementary.Atan(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TValue Atan<TValue>(TValue x)
        where TValue : struct => Apply<AtanSingle, AtanDouble, TValue>(x);

    /// <inheritdoc cref="Elementary.Asin(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TValue Asin<TValue>(TValue x)
        where TValue : struct => Apply<AsinSingle, AsinDouble, TValue>(x);

    /// <inheritdoc cref="Elementary.Acos(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TValue Acos<TValue>(TValue x)
        where TValue : struct => Apply<AcosSingle, AcosDouble, TValue>(x);

    /// <inheritdoc cref="Elementary.Sinh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TValue Sinh<TValue>(TValue x)
        where TValue : struct => Apply<SinhSingle, SinhDouble, TValue>(x);

    /// <inheritdoc cref="Elementary.Cosh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TValue Cosh<TValue>(TValue x)
        where TValue : struct => Apply<CoshSingle, CoshDouble, TValue>(x);

    /// <inheritdoc cref="Elementary.Cbrt(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TValue Cbrt<TValue>(TValue x)
        where TValue : struct => Apply<CbrtSingle, CbrtDouble, TValue>(x);

    // The comparisons are constants to the compiler that runs them: one branch is left.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TValue Apply<TSingle, TDouble, TValue>(TValue x)
        where TSingle : struct, IFunction<float>
        where TDouble : struct, IFunction<double>
        where TValue : struct
    {
        if (typeof(TValue) == typeof(float))
            return Cast<float, TValue>(Lanes.Apply<Unfused<float, TSingle>>(Cast<TValue, float>(x)));
        if (typeof(TValue) == typeof(double))
            return Cast<double, TValue>(Lanes.Apply<Unfused<double, TDouble>>(Cast<TValue, double>(x)));
#if NET
        if (typeof(TValue) == typeof(Vector128<float>))
            return Unsafe.BitCast<Vector128<float>, TValue>(Lanes.Apply<Unfused<float, TSingle>>(Unsafe.BitCast<TValue, Vector128<float>>(x)));
        if (typeof(TValue) == typeof(Vector256<float>))
            return Unsafe.BitCast<Vector256<float>, TValue>(Lanes.Apply<Unfused<float, TSingle>>(Unsafe.BitCast<TValue, Vector256<float>>(x)));
        if (typeof(TValue) == typeof(Vector512<float>))
            return Unsafe.BitCast<Vector512<float>, TValue>(Lanes.Apply<Unfused<float, TSingle>>(Unsafe.BitCast<TValue, Vector512<float>>(x)));
        if (typeof(TValue) == typeof(Vector128<double>))
            return Unsafe.BitCast<Vector128<double>, TValue>(Lanes.Apply<Unfused<double, TDouble>>(Unsafe.BitCast<TValue, Vector128<double>>(x)));
        if (typeof(TValue) == typeof(Vector256<double>))
            return Unsafe.BitCast<Vector256<double>, TValue>(Lanes.Apply<Unfused<double, TDouble>>(Unsafe.BitCast<TValue, Vector256<double>>(x)));
        if (typeof(TValue) == typeof(Vector512<double>))
            return Unsafe.BitCast<Vector512<double>, TValue>(Lanes.Apply<Unfused<double, TDouble>>(Unsafe.BitCast<TValue, Vector512<double>>(x)));
#endif
        throw new NotSupportedException();
    }

    /// <summary>The same number as the type that it is known to be.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TTo Cast<TFrom, TTo>(TFrom value)
        where TFrom : struct
        where TTo : struct =>
#if NET
        Unsafe.BitCast<TFrom, TTo>(value);
#else
        Unsafe.As<TFrom, TTo>(ref value);
#endif
}
