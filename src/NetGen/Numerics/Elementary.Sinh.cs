using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace NetGen.Numerics;

public abstract partial class Elementary
{
    /// <summary>sinh x = (eˣ − e⁻ˣ)/2. Error ≤ 2.3 ulp.</summary>
    /// <remarks>Odd; infinite where the exact result rounds to infinity.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sinh(float x) => Lanes.Apply<SinhSingle>(x);

    /// <summary>sinh x = (eˣ − e⁻ˣ)/2. Error ≤ 2.5 ulp.</summary>
    /// <remarks>Odd; infinite where the exact result rounds to infinity.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sinh(double x) => Lanes.Apply<SinhDouble>(x);

#if NET
    /// <inheritdoc cref="Sinh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sinh(Vector128<float> x) => Lanes.Apply<SinhSingle>(x);

    /// <inheritdoc cref="Sinh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sinh(Vector256<float> x) => Lanes.Apply<SinhSingle>(x);

    /// <inheritdoc cref="Sinh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sinh(Vector512<float> x) => Lanes.Apply<SinhSingle>(x);

    /// <inheritdoc cref="Sinh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Sinh(Vector128<double> x) => Lanes.Apply<SinhDouble>(x);

    /// <inheritdoc cref="Sinh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Sinh(Vector256<double> x) => Lanes.Apply<SinhDouble>(x);

    /// <inheritdoc cref="Sinh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sinh(Vector512<double> x) => Lanes.Apply<SinhDouble>(x);
#endif
}
