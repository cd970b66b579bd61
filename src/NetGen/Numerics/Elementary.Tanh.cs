using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace NetGen.Numerics;

public abstract partial class Elementary
{
    /// <summary>tanh x. Error ≤ 4.6 ulp; without fused multiply-add ≤ 5.4.</summary>
    /// <remarks>Odd, never beyond ±1, and exactly ±1 from 8.1 in single precision and 20 in double.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Tanh(float x) => Lanes.Apply<TanhSingle>(x);

    /// <summary>tanh x. Error ≤ 2.6 ulp.</summary>
    /// <remarks>Odd, never beyond ±1, and exactly ±1 from 8.1 in single precision and 20 in double.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Tanh(double x) => Lanes.Apply<TanhDouble>(x);

#if NET
    /// <inheritdoc cref="Tanh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Tanh(Vector128<float> x) => Lanes.Apply<TanhSingle>(x);

    /// <inheritdoc cref="Tanh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x) => Lanes.Apply<TanhSingle>(x);

    /// <inheritdoc cref="Tanh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x) => Lanes.Apply<TanhSingle>(x);

    /// <inheritdoc cref="Tanh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Tanh(Vector128<double> x) => Lanes.Apply<TanhDouble>(x);

    /// <inheritdoc cref="Tanh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Tanh(Vector256<double> x) => Lanes.Apply<TanhDouble>(x);

    /// <inheritdoc cref="Tanh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Tanh(Vector512<double> x) => Lanes.Apply<TanhDouble>(x);
#endif
}
