using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace NetGen.Numerics;

public abstract partial class Elementary
{
    /// <summary>xʸ. Error ≤ 1.3 ulp.</summary>
    /// <remarks>
    /// Denormal results are given, and the special cases are those of IEEE 754 and <see cref="Math.Pow"/>: 1 for y = 0 and for x = 1,
    /// even beside NaN, and NaN for negative finite x and finite y that is no integer.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Pow(float x, float y) => Lanes.Apply<PowSingle>(x, y);

    /// <summary>xʸ. Error ≤ 1.3 ulp.</summary>
    /// <remarks>
    /// Denormal results are given, and the special cases are those of IEEE 754 and <see cref="Math.Pow"/>: 1 for y = 0 and for x = 1,
    /// even beside NaN, and NaN for negative finite x and finite y that is no integer.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Pow(double x, double y) => Lanes.Apply<PowDouble>(x, y);

#if NET
    /// <inheritdoc cref="Pow(float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Pow(Vector128<float> x, Vector128<float> y) => Lanes.Apply<PowSingle>(x, y);

    /// <inheritdoc cref="Pow(float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Pow(Vector256<float> x, Vector256<float> y) => Lanes.Apply<PowSingle>(x, y);

    /// <inheritdoc cref="Pow(float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Pow(Vector512<float> x, Vector512<float> y) => Lanes.Apply<PowSingle>(x, y);

    /// <inheritdoc cref="Pow(double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Pow(Vector128<double> x, Vector128<double> y) => Lanes.Apply<PowDouble>(x, y);

    /// <inheritdoc cref="Pow(double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Pow(Vector256<double> x, Vector256<double> y) => Lanes.Apply<PowDouble>(x, y);

    /// <inheritdoc cref="Pow(double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Pow(Vector512<double> x, Vector512<double> y) => Lanes.Apply<PowDouble>(x, y);
#endif
}
