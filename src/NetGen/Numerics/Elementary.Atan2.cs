using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace NetGen.Numerics;

public abstract partial class Elementary
{
    /// <summary>The angle from the x axis to the point (x, y), from −π to π. Error ≤ 2.1 ulp.</summary>
    /// <remarks>
    /// The special cases are those of IEEE 754: signs of zeros count, and two infinities are as two equal numbers.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Atan2(float y, float x) => Lanes.Apply<Atan2Single>(y, x);

    /// <summary>The angle from the x axis to the point (x, y), from −π to π. Error ≤ 2.0 ulp.</summary>
    /// <remarks>
    /// The special cases are those of IEEE 754: signs of zeros count, and two infinities are as two equal numbers.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Atan2(double y, double x) => Lanes.Apply<Atan2Double>(y, x);

#if NET
    /// <inheritdoc cref="Atan2(float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Atan2(Vector128<float> y, Vector128<float> x) => Lanes.Apply<Atan2Single>(y, x);

    /// <inheritdoc cref="Atan2(float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Atan2(Vector256<float> y, Vector256<float> x) => Lanes.Apply<Atan2Single>(y, x);

    /// <inheritdoc cref="Atan2(float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Atan2(Vector512<float> y, Vector512<float> x) => Lanes.Apply<Atan2Single>(y, x);

    /// <inheritdoc cref="Atan2(double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Atan2(Vector128<double> y, Vector128<double> x) => Lanes.Apply<Atan2Double>(y, x);

    /// <inheritdoc cref="Atan2(double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Atan2(Vector256<double> y, Vector256<double> x) => Lanes.Apply<Atan2Double>(y, x);

    /// <inheritdoc cref="Atan2(double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Atan2(Vector512<double> y, Vector512<double> x) => Lanes.Apply<Atan2Double>(y, x);
#endif
}
