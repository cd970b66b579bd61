using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace NetGen.Numerics;

public abstract partial class Elementary
{
    /// <summary>ln cosh x. Error ≤ 2 ulp of ln 2 near 0, where the result cancels; ≤ 2 ulp from |x| = 1 on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float LogCosh(float x) => Lanes.Apply<LogCoshSingle>(x);

    /// <summary>ln cosh x. Error ≤ 2 ulp of ln 2 near 0, where the result cancels; ≤ 2 ulp from |x| = 1 on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double LogCosh(double x) => Lanes.Apply<LogCoshDouble>(x);

#if NET
    /// <inheritdoc cref="LogCosh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> LogCosh(Vector128<float> x) => Lanes.Apply<LogCoshSingle>(x);

    /// <inheritdoc cref="LogCosh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LogCosh(Vector256<float> x) => Lanes.Apply<LogCoshSingle>(x);

    /// <inheritdoc cref="LogCosh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LogCosh(Vector512<float> x) => Lanes.Apply<LogCoshSingle>(x);

    /// <inheritdoc cref="LogCosh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> LogCosh(Vector128<double> x) => Lanes.Apply<LogCoshDouble>(x);

    /// <inheritdoc cref="LogCosh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> LogCosh(Vector256<double> x) => Lanes.Apply<LogCoshDouble>(x);

    /// <inheritdoc cref="LogCosh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LogCosh(Vector512<double> x) => Lanes.Apply<LogCoshDouble>(x);
#endif
}
