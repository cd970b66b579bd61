using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace NetGen.Numerics;

public abstract partial class Elementary
{
    /// <summary>ln(1 + eˣ), precise for large negative x too. Error ≤ 1.9 ulp.</summary>
    /// <remarks>Exactly x for large x; 0 below −87.34 in single precision and −708.40 in double.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Softplus(float x) => Lanes.Apply<SoftplusSingle>(x);

    /// <summary>ln(1 + eˣ), precise for large negative x too. Error ≤ 1.8 ulp.</summary>
    /// <remarks>Exactly x for large x; 0 below −87.34 in single precision and −708.40 in double.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Softplus(double x) => Lanes.Apply<SoftplusDouble>(x);

#if NET
    /// <inheritdoc cref="Softplus(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Softplus(Vector128<float> x) => Lanes.Apply<SoftplusSingle>(x);

    /// <inheritdoc cref="Softplus(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Softplus(Vector256<float> x) => Lanes.Apply<SoftplusSingle>(x);

    /// <inheritdoc cref="Softplus(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Softplus(Vector512<float> x) => Lanes.Apply<SoftplusSingle>(x);

    /// <inheritdoc cref="Softplus(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Softplus(Vector128<double> x) => Lanes.Apply<SoftplusDouble>(x);

    /// <inheritdoc cref="Softplus(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Softplus(Vector256<double> x) => Lanes.Apply<SoftplusDouble>(x);

    /// <inheritdoc cref="Softplus(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Softplus(Vector512<double> x) => Lanes.Apply<SoftplusDouble>(x);
#endif
}
