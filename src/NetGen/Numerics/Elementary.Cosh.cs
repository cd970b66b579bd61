using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace NetGen.Numerics;

public abstract partial class Elementary
{
    /// <summary>cosh x = (eˣ + e⁻ˣ)/2. Error ≤ 1.6 ulp.</summary>
    /// <remarks>Even; infinite where the exact result rounds to infinity.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Cosh(float x) => Lanes.Apply<CoshSingle>(x);

    /// <summary>cosh x = (eˣ + e⁻ˣ)/2. Error ≤ 1.5 ulp.</summary>
    /// <remarks>Even; infinite where the exact result rounds to infinity.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Cosh(double x) => Lanes.Apply<CoshDouble>(x);

#if NET
    /// <inheritdoc cref="Cosh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Cosh(Vector128<float> x) => Lanes.Apply<CoshSingle>(x);

    /// <inheritdoc cref="Cosh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Cosh(Vector256<float> x) => Lanes.Apply<CoshSingle>(x);

    /// <inheritdoc cref="Cosh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Cosh(Vector512<float> x) => Lanes.Apply<CoshSingle>(x);

    /// <inheritdoc cref="Cosh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Cosh(Vector128<double> x) => Lanes.Apply<CoshDouble>(x);

    /// <inheritdoc cref="Cosh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Cosh(Vector256<double> x) => Lanes.Apply<CoshDouble>(x);

    /// <inheritdoc cref="Cosh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Cosh(Vector512<double> x) => Lanes.Apply<CoshDouble>(x);
#endif
}
