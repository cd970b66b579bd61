using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace NetGen.Numerics;

public abstract partial class Elementary
{
    /// <summary>eˣ. Error ≤ 1.2 ulp.</summary>
    /// <remarks>∞ above 88.72 in single precision and 709.78 in double; 0 below −87.34 and −708.40, where the result would be denormal.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Exp(float x) => Lanes.Apply<ExpSingle>(x);

    /// <summary>eˣ. Error ≤ 1.0 ulp.</summary>
    /// <remarks>∞ above 88.72 in single precision and 709.78 in double; 0 below −87.34 and −708.40, where the result would be denormal.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Exp(double x) => Lanes.Apply<ExpDouble>(x);

#if NET
    /// <inheritdoc cref="Exp(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Exp(Vector128<float> x) => Lanes.Apply<ExpSingle>(x);

    /// <inheritdoc cref="Exp(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x) => Lanes.Apply<ExpSingle>(x);

    /// <inheritdoc cref="Exp(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x) => Lanes.Apply<ExpSingle>(x);

    /// <inheritdoc cref="Exp(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Exp(Vector128<double> x) => Lanes.Apply<ExpDouble>(x);

    /// <inheritdoc cref="Exp(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Exp(Vector256<double> x) => Lanes.Apply<ExpDouble>(x);

    /// <inheritdoc cref="Exp(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Exp(Vector512<double> x) => Lanes.Apply<ExpDouble>(x);
#endif
}
