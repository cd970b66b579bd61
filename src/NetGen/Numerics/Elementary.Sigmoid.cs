using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace NetGen.Numerics;

public abstract partial class Elementary
{
    /// <summary>1/(1 + e⁻ˣ), precise for large negative x too. Error ≤ 2.5 ulp.</summary>
    /// <remarks>Exactly 1 from about 17.3 in single precision and 37.4 in double; 0 below −87.34 and −708.40.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sigmoid(float x) => Lanes.Apply<SigmoidSingle>(x);

    /// <summary>1/(1 + e⁻ˣ), precise for large negative x too. Error ≤ 2.0 ulp.</summary>
    /// <remarks>Exactly 1 from about 17.3 in single precision and 37.4 in double; 0 below −87.34 and −708.40.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sigmoid(double x) => Lanes.Apply<SigmoidDouble>(x);

#if NET
    /// <inheritdoc cref="Sigmoid(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sigmoid(Vector128<float> x) => Lanes.Apply<SigmoidSingle>(x);

    /// <inheritdoc cref="Sigmoid(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x) => Lanes.Apply<SigmoidSingle>(x);

    /// <inheritdoc cref="Sigmoid(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x) => Lanes.Apply<SigmoidSingle>(x);

    /// <inheritdoc cref="Sigmoid(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Sigmoid(Vector128<double> x) => Lanes.Apply<SigmoidDouble>(x);

    /// <inheritdoc cref="Sigmoid(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Sigmoid(Vector256<double> x) => Lanes.Apply<SigmoidDouble>(x);

    /// <inheritdoc cref="Sigmoid(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sigmoid(Vector512<double> x) => Lanes.Apply<SigmoidDouble>(x);
#endif
}
