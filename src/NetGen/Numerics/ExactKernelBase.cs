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
public abstract partial class ExactKernelBase : KernelBase
{
    /// <summary>Kernels are static.</summary>
    protected ExactKernelBase()
    {
    }

    /// <inheritdoc cref="Elementary.Exp(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T Exp<T>(T x)
        where T : struct => Apply<ExpSingle, ExpDouble, T>(x);

    /// <inheritdoc cref="Elementary.Expm1(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T Expm1<T>(T x)
        where T : struct => Apply<Expm1Single, Expm1Double, T>(x);

    /// <inheritdoc cref="Elementary.Log(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T Log<T>(T x)
        where T : struct => Apply<LogSingle, LogDouble, T>(x);

    /// <inheritdoc cref="Elementary.Log1p(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T Log1p<T>(T x)
        where T : struct => Apply<Log1pSingle, Log1pDouble, T>(x);

    /// <inheritdoc cref="Elementary.Sigmoid(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T Sigmoid<T>(T x)
        where T : struct => Apply<SigmoidSingle, SigmoidDouble, T>(x);

    /// <inheritdoc cref="Elementary.Softplus(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T Softplus<T>(T x)
        where T : struct => Apply<SoftplusSingle, SoftplusDouble, T>(x);

    /// <inheritdoc cref="Elementary.Tanh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T Tanh<T>(T x)
        where T : struct => Apply<TanhSingle, TanhDouble, T>(x);

    /// <inheritdoc cref="Elementary.Erf(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T Erf<T>(T x)
        where T : struct => Apply<ErfSingle, ErfDouble, T>(x);

    /// <inheritdoc cref="Elementary.LogCosh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T LogCosh<T>(T x)
        where T : struct => Apply<LogCoshSingle, LogCoshDouble, T>(x);

    /// <inheritdoc cref="Elementary.Sin(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T Sin<T>(T x)
        where T : struct => Apply<SinSingle, SinDouble, T>(x);

    /// <inheritdoc cref="Elementary.Cos(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T Cos<T>(T x)
        where T : struct => Apply<CosSingle, CosDouble, T>(x);

    /// <inheritdoc cref="Elementary.Tan(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T Tan<T>(T x)
        where T : struct => Apply<TanSingle, TanDouble, T>(x);

    /// <inheritdoc cref="Elementary.Atan(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T Atan<T>(T x)
        where T : struct => Apply<AtanSingle, AtanDouble, T>(x);

    /// <inheritdoc cref="Elementary.Asin(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T Asin<T>(T x)
        where T : struct => Apply<AsinSingle, AsinDouble, T>(x);

    /// <inheritdoc cref="Elementary.Acos(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T Acos<T>(T x)
        where T : struct => Apply<AcosSingle, AcosDouble, T>(x);

    /// <inheritdoc cref="Elementary.Sinh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T Sinh<T>(T x)
        where T : struct => Apply<SinhSingle, SinhDouble, T>(x);

    /// <inheritdoc cref="Elementary.Cosh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T Cosh<T>(T x)
        where T : struct => Apply<CoshSingle, CoshDouble, T>(x);

    /// <inheritdoc cref="Elementary.Cbrt(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T Cbrt<T>(T x)
        where T : struct => Apply<CbrtSingle, CbrtDouble, T>(x);

    // The comparisons are constants to the compiler that runs them: one branch is left.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Apply<TSingle, TDouble, T>(T x)
        where TSingle : struct, IFunction<float>
        where TDouble : struct, IFunction<double>
        where T : struct
    {
        if (typeof(T) == typeof(float))
            return Cast<float, T>(Lanes.Apply<Unfused<float, TSingle>>(Cast<T, float>(x)));
        if (typeof(T) == typeof(double))
            return Cast<double, T>(Lanes.Apply<Unfused<double, TDouble>>(Cast<T, double>(x)));
#if NET
        if (typeof(T) == typeof(Vector128<float>))
            return Unsafe.BitCast<Vector128<float>, T>(Lanes.Apply<Unfused<float, TSingle>>(Unsafe.BitCast<T, Vector128<float>>(x)));
        if (typeof(T) == typeof(Vector256<float>))
            return Unsafe.BitCast<Vector256<float>, T>(Lanes.Apply<Unfused<float, TSingle>>(Unsafe.BitCast<T, Vector256<float>>(x)));
        if (typeof(T) == typeof(Vector512<float>))
            return Unsafe.BitCast<Vector512<float>, T>(Lanes.Apply<Unfused<float, TSingle>>(Unsafe.BitCast<T, Vector512<float>>(x)));
        if (typeof(T) == typeof(Vector128<double>))
            return Unsafe.BitCast<Vector128<double>, T>(Lanes.Apply<Unfused<double, TDouble>>(Unsafe.BitCast<T, Vector128<double>>(x)));
        if (typeof(T) == typeof(Vector256<double>))
            return Unsafe.BitCast<Vector256<double>, T>(Lanes.Apply<Unfused<double, TDouble>>(Unsafe.BitCast<T, Vector256<double>>(x)));
        if (typeof(T) == typeof(Vector512<double>))
            return Unsafe.BitCast<Vector512<double>, T>(Lanes.Apply<Unfused<double, TDouble>>(Unsafe.BitCast<T, Vector512<double>>(x)));
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
