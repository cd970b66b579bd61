using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace NetGen.Numerics;

public abstract partial class Elementary
{
    /// <summary>arccos x, from 0 to π. Error ≤ 1.2 ulp.</summary>
    /// <remarks>NaN beyond ±1.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Acos(float x) => Lanes.Apply<AcosSingle>(x);

    /// <summary>arccos x, from 0 to π. Error ≤ 1.3 ulp.</summary>
    /// <remarks>NaN beyond ±1.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Acos(double x) => Lanes.Apply<AcosDouble>(x);

#if NET
    /// <inheritdoc cref="Acos(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Acos(Vector128<float> x) => Lanes.Apply<AcosSingle>(x);

    /// <inheritdoc cref="Acos(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Acos(Vector256<float> x) => Lanes.Apply<AcosSingle>(x);

    /// <inheritdoc cref="Acos(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Acos(Vector512<float> x) => Lanes.Apply<AcosSingle>(x);

    /// <inheritdoc cref="Acos(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Acos(Vector128<double> x) => Lanes.Apply<AcosDouble>(x);

    /// <inheritdoc cref="Acos(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Acos(Vector256<double> x) => Lanes.Apply<AcosDouble>(x);

    /// <inheritdoc cref="Acos(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Acos(Vector512<double> x) => Lanes.Apply<AcosDouble>(x);
#endif
}
