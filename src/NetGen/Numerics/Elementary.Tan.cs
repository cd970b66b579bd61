using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace NetGen.Numerics;

public abstract partial class Elementary
{
    /// <summary>tan x, x in radians. Error ≤ 4.0 ulp for |x| ≤ 10⁶.</summary>
    /// <remarks>
    /// Without fused multiply-add the bound holds for |x| ≤ 10⁴ only. Farther from 0 the error grows, with it to
    /// 2·10⁻⁶ of the result at 6.5·10⁶; beyond, the result has nothing to do with x. NaN for infinities.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Tan(float x) => Lanes.Apply<TanSingle>(x);

    /// <summary>tan x, x in radians. Error ≤ 3.5 ulp for |x| ≤ 10¹².</summary>
    /// <remarks>
    /// Without fused multiply-add the bound holds for |x| ≤ 10⁶ only. Farther from 0 the error grows, with it to
    /// 2·10⁻¹⁴ of the result at 3.5·10¹⁵; beyond, the result has nothing to do with x. NaN for infinities.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Tan(double x) => Lanes.Apply<TanDouble>(x);

#if NET
    /// <inheritdoc cref="Tan(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Tan(Vector128<float> x) => Lanes.Apply<TanSingle>(x);

    /// <inheritdoc cref="Tan(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tan(Vector256<float> x) => Lanes.Apply<TanSingle>(x);

    /// <inheritdoc cref="Tan(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tan(Vector512<float> x) => Lanes.Apply<TanSingle>(x);

    /// <inheritdoc cref="Tan(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Tan(Vector128<double> x) => Lanes.Apply<TanDouble>(x);

    /// <inheritdoc cref="Tan(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Tan(Vector256<double> x) => Lanes.Apply<TanDouble>(x);

    /// <inheritdoc cref="Tan(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Tan(Vector512<double> x) => Lanes.Apply<TanDouble>(x);
#endif
}
