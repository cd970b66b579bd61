using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace NetGen.Numerics;

public abstract partial class Elementary
{
    /// <summary>∛x. Error ≤ 1.0 ulp.</summary>
    /// <remarks>Odd.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Cbrt(float x) => Lanes.Apply<CbrtSingle>(x);

    /// <inheritdoc cref="Cbrt(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Cbrt(double x) => Lanes.Apply<CbrtDouble>(x);

#if NET
    /// <inheritdoc cref="Cbrt(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Cbrt(Vector128<float> x) => Lanes.Apply<CbrtSingle>(x);

    /// <inheritdoc cref="Cbrt(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Cbrt(Vector256<float> x) => Lanes.Apply<CbrtSingle>(x);

    /// <inheritdoc cref="Cbrt(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Cbrt(Vector512<float> x) => Lanes.Apply<CbrtSingle>(x);

    /// <inheritdoc cref="Cbrt(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Cbrt(Vector128<double> x) => Lanes.Apply<CbrtDouble>(x);

    /// <inheritdoc cref="Cbrt(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Cbrt(Vector256<double> x) => Lanes.Apply<CbrtDouble>(x);

    /// <inheritdoc cref="Cbrt(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Cbrt(Vector512<double> x) => Lanes.Apply<CbrtDouble>(x);
#endif
}
