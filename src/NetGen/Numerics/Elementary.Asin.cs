using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace NetGen.Numerics;

public abstract partial class Elementary
{
    /// <summary>arcsin x, from −π/2 to π/2. Error ≤ 2.1 ulp.</summary>
    /// <remarks>Odd; NaN beyond ±1.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Asin(float x) => Lanes.Apply<AsinSingle>(x);

    /// <summary>arcsin x, from −π/2 to π/2. Error ≤ 2.0 ulp.</summary>
    /// <remarks>Odd; NaN beyond ±1.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Asin(double x) => Lanes.Apply<AsinDouble>(x);

#if NET
    /// <inheritdoc cref="Asin(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Asin(Vector128<float> x) => Lanes.Apply<AsinSingle>(x);

    /// <inheritdoc cref="Asin(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Asin(Vector256<float> x) => Lanes.Apply<AsinSingle>(x);

    /// <inheritdoc cref="Asin(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Asin(Vector512<float> x) => Lanes.Apply<AsinSingle>(x);

    /// <inheritdoc cref="Asin(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Asin(Vector128<double> x) => Lanes.Apply<AsinDouble>(x);

    /// <inheritdoc cref="Asin(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Asin(Vector256<double> x) => Lanes.Apply<AsinDouble>(x);

    /// <inheritdoc cref="Asin(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Asin(Vector512<double> x) => Lanes.Apply<AsinDouble>(x);
#endif
}
