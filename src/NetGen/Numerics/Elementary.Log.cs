using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace NetGen.Numerics;

public abstract partial class Elementary
{
    /// <summary>ln x. Error ≤ 1.0 ulp.</summary>
    /// <remarks>−∞ for 0 and NaN for negative numbers; denormals count in full.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Log(float x) => Lanes.Apply<LogSingle>(x);

    /// <summary>ln x. Error ≤ 1.0 ulp.</summary>
    /// <remarks>−∞ for 0 and NaN for negative numbers; denormals count in full.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Log(double x) => Lanes.Apply<LogDouble>(x);

#if NET
    /// <inheritdoc cref="Log(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Log(Vector128<float> x) => Lanes.Apply<LogSingle>(x);

    /// <inheritdoc cref="Log(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log(Vector256<float> x) => Lanes.Apply<LogSingle>(x);

    /// <inheritdoc cref="Log(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log(Vector512<float> x) => Lanes.Apply<LogSingle>(x);

    /// <inheritdoc cref="Log(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Log(Vector128<double> x) => Lanes.Apply<LogDouble>(x);

    /// <inheritdoc cref="Log(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Log(Vector256<double> x) => Lanes.Apply<LogDouble>(x);

    /// <inheritdoc cref="Log(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log(Vector512<double> x) => Lanes.Apply<LogDouble>(x);
#endif
}
