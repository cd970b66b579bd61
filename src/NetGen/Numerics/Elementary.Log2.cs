using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace NetGen.Numerics;

public abstract partial class Elementary
{
    /// <summary>The logarithm to the base 2. Error ≤ 2.0 ulp.</summary>
    /// <remarks>Exact at powers of two; −∞ for 0 and NaN below.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Log2(float x) => Lanes.Apply<Log2Single>(x);

    /// <summary>The logarithm to the base 2. Error ≤ 2.0 ulp.</summary>
    /// <remarks>Exact at powers of two; −∞ for 0 and NaN below.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Log2(double x) => Lanes.Apply<Log2Double>(x);

#if NET
    /// <inheritdoc cref="Log2(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Log2(Vector128<float> x) => Lanes.Apply<Log2Single>(x);

    /// <inheritdoc cref="Log2(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log2(Vector256<float> x) => Lanes.Apply<Log2Single>(x);

    /// <inheritdoc cref="Log2(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log2(Vector512<float> x) => Lanes.Apply<Log2Single>(x);

    /// <inheritdoc cref="Log2(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Log2(Vector128<double> x) => Lanes.Apply<Log2Double>(x);

    /// <inheritdoc cref="Log2(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Log2(Vector256<double> x) => Lanes.Apply<Log2Double>(x);

    /// <inheritdoc cref="Log2(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log2(Vector512<double> x) => Lanes.Apply<Log2Double>(x);
#endif
}
