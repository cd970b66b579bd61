using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace NetGen.Numerics;

public abstract partial class Elementary
{
    /// <summary>sin x, x in radians. Error ≤ 2.5 ulp for |x| ≤ 10⁶.</summary>
    /// <remarks>
    /// Never beyond ±1. Without fused multiply-add the bound holds for |x| ≤ 10⁴ only. Farther from 0 the error grows, with it to
    /// 2·10⁻⁶ at 6.5·10⁶; beyond, the result has nothing to do with x. NaN for infinities.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sin(float x) => Lanes.Apply<SinSingle>(x);

    /// <summary>sin x, x in radians. Error ≤ 2.2 ulp for |x| ≤ 10¹².</summary>
    /// <remarks>
    /// Never beyond ±1. Without fused multiply-add the bound holds for |x| ≤ 10⁶ only. Farther from 0 the error grows, with it to
    /// 2·10⁻¹⁴ at 3.5·10¹⁵; beyond, the result has nothing to do with x. NaN for infinities.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sin(double x) => Lanes.Apply<SinDouble>(x);

#if NET
    /// <inheritdoc cref="Sin(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sin(Vector128<float> x) => Lanes.Apply<SinSingle>(x);

    /// <inheritdoc cref="Sin(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sin(Vector256<float> x) => Lanes.Apply<SinSingle>(x);

    /// <inheritdoc cref="Sin(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sin(Vector512<float> x) => Lanes.Apply<SinSingle>(x);

    /// <inheritdoc cref="Sin(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Sin(Vector128<double> x) => Lanes.Apply<SinDouble>(x);

    /// <inheritdoc cref="Sin(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Sin(Vector256<double> x) => Lanes.Apply<SinDouble>(x);

    /// <inheritdoc cref="Sin(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sin(Vector512<double> x) => Lanes.Apply<SinDouble>(x);
#endif
}
