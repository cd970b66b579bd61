using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace NetGen.Numerics;

public abstract partial class Elementary
{
    /// <summary>ln(1 + x), precise near 0 too. Error ≤ 1.0 ulp.</summary>
    /// <remarks>−∞ for −1 and NaN below; −0 stays −0.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Log1p(float x) => Lanes.Apply<Log1pSingle>(x);

    /// <summary>ln(1 + x), precise near 0 too. Error ≤ 1.0 ulp.</summary>
    /// <remarks>−∞ for −1 and NaN below; −0 stays −0.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Log1p(double x) => Lanes.Apply<Log1pDouble>(x);

#if NET
    /// <inheritdoc cref="Log1p(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Log1p(Vector128<float> x) => Lanes.Apply<Log1pSingle>(x);

    /// <inheritdoc cref="Log1p(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log1p(Vector256<float> x) => Lanes.Apply<Log1pSingle>(x);

    /// <inheritdoc cref="Log1p(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log1p(Vector512<float> x) => Lanes.Apply<Log1pSingle>(x);

    /// <inheritdoc cref="Log1p(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Log1p(Vector128<double> x) => Lanes.Apply<Log1pDouble>(x);

    /// <inheritdoc cref="Log1p(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Log1p(Vector256<double> x) => Lanes.Apply<Log1pDouble>(x);

    /// <inheritdoc cref="Log1p(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log1p(Vector512<double> x) => Lanes.Apply<Log1pDouble>(x);
#endif
}
