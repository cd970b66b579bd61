using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace NetGen.Numerics;

public abstract partial class Elementary
{
    /// <summary>The error function 2/√π ∫₀ˣ e^(−t²) dt. Error ≤ 3.2 ulp.</summary>
    /// <remarks>Odd, never beyond ±1, and exactly ±1 from 3.93 in single precision and 5.95 in double.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Erf(float x) => Lanes.Apply<ErfSingle>(x);

    /// <summary>The error function 2/√π ∫₀ˣ e^(−t²) dt. Error ≤ 3.0 ulp.</summary>
    /// <remarks>Odd, never beyond ±1, and exactly ±1 from 3.93 in single precision and 5.95 in double.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Erf(double x) => Lanes.Apply<ErfDouble>(x);

#if NET
    /// <inheritdoc cref="Erf(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Erf(Vector128<float> x) => Lanes.Apply<ErfSingle>(x);

    /// <inheritdoc cref="Erf(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Erf(Vector256<float> x) => Lanes.Apply<ErfSingle>(x);

    /// <inheritdoc cref="Erf(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Erf(Vector512<float> x) => Lanes.Apply<ErfSingle>(x);

    /// <inheritdoc cref="Erf(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Erf(Vector128<double> x) => Lanes.Apply<ErfDouble>(x);

    /// <inheritdoc cref="Erf(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Erf(Vector256<double> x) => Lanes.Apply<ErfDouble>(x);

    /// <inheritdoc cref="Erf(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Erf(Vector512<double> x) => Lanes.Apply<ErfDouble>(x);
#endif
}
