using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace NetGen.Numerics;

public abstract partial class Elementary
{
    /// <summary>cos x, x in radians. Error ≤ 2.5 ulp for |x| ≤ 10⁶.</summary>
    /// <remarks>
    /// Never beyond ±1. Without fused multiply-add the bound holds for |x| ≤ 10⁴ only. Farther from 0 the error grows, with it to
    /// 2·10⁻⁶ at 6.5·10⁶; beyond, the result has nothing to do with x. NaN for infinities.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Cos(float x) => Lanes.Apply<CosSingle>(x);

    /// <summary>cos x, x in radians. Error ≤ 2.2 ulp for |x| ≤ 10¹².</summary>
    /// <remarks>
    /// Never beyond ±1. Without fused multiply-add the bound holds for |x| ≤ 10⁶ only. Farther from 0 the error grows, with it to
    /// 2·10⁻¹⁴ at 3.5·10¹⁵; beyond, the result has nothing to do with x. NaN for infinities.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Cos(double x) => Lanes.Apply<CosDouble>(x);

#if NET
    /// <inheritdoc cref="Cos(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Cos(Vector128<float> x) => Lanes.Apply<CosSingle>(x);

    /// <inheritdoc cref="Cos(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Cos(Vector256<float> x) => Lanes.Apply<CosSingle>(x);

    /// <inheritdoc cref="Cos(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Cos(Vector512<float> x) => Lanes.Apply<CosSingle>(x);

    /// <inheritdoc cref="Cos(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Cos(Vector128<double> x) => Lanes.Apply<CosDouble>(x);

    /// <inheritdoc cref="Cos(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Cos(Vector256<double> x) => Lanes.Apply<CosDouble>(x);

    /// <inheritdoc cref="Cos(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Cos(Vector512<double> x) => Lanes.Apply<CosDouble>(x);
#endif
}
