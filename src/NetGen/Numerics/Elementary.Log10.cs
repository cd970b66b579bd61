using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace NetGen.Numerics;

public abstract partial class Elementary
{
    /// <summary>The logarithm to the base 10. Error ≤ 2.0 ulp.</summary>
    /// <remarks>Exact at powers of ten; −∞ for 0 and NaN below.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Log10(float x) => Lanes.Apply<Log10Single>(x);

    /// <summary>The logarithm to the base 10. Error ≤ 2.0 ulp.</summary>
    /// <remarks>Exact at powers of ten; −∞ for 0 and NaN below.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Log10(double x) => Lanes.Apply<Log10Double>(x);

#if NET
    /// <inheritdoc cref="Log10(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Log10(Vector128<float> x) => Lanes.Apply<Log10Single>(x);

    /// <inheritdoc cref="Log10(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log10(Vector256<float> x) => Lanes.Apply<Log10Single>(x);

    /// <inheritdoc cref="Log10(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log10(Vector512<float> x) => Lanes.Apply<Log10Single>(x);

    /// <inheritdoc cref="Log10(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Log10(Vector128<double> x) => Lanes.Apply<Log10Double>(x);

    /// <inheritdoc cref="Log10(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Log10(Vector256<double> x) => Lanes.Apply<Log10Double>(x);

    /// <inheritdoc cref="Log10(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log10(Vector512<double> x) => Lanes.Apply<Log10Double>(x);
#endif
}
