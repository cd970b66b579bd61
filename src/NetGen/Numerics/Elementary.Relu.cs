using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
#endif

namespace NetGen.Numerics;

public abstract partial class Elementary
{
    /// <summary>The rectifier max(x, 0); NaN gives NaN. −0 stays, as it costs nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Relu(float x) =>
#if NET
        // Never a branch: the signs of a layer's sums cannot be predicted.
        Sse.IsSupported ? Sse.MaxScalar(Vector128<float>.Zero, Vector128.CreateScalarUnsafe(x)).ToScalar() :
#endif
        0 > x ? 0 : x;

    /// <inheritdoc cref="Relu(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Relu(double x) =>
#if NET
        // Never a branch: the signs of a layer's sums cannot be predicted.
        Sse2.IsSupported ? Sse2.MaxScalar(Vector128<double>.Zero, Vector128.CreateScalarUnsafe(x)).ToScalar() :
#endif
        0 > x ? 0 : x;

#if NET
    /// <inheritdoc cref="Relu(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Relu(Vector128<float> x) =>
        Sse.IsSupported
            ? Sse.Max(Vector128<float>.Zero, x)
            : Vector128.ConditionalSelect(Vector128.GreaterThan(Vector128<float>.Zero, x), Vector128<float>.Zero, x);

    /// <inheritdoc cref="Relu(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Relu(Vector256<float> x) =>
        Avx.IsSupported
            ? Avx.Max(Vector256<float>.Zero, x)
            : Vector256.ConditionalSelect(Vector256.GreaterThan(Vector256<float>.Zero, x), Vector256<float>.Zero, x);

    /// <inheritdoc cref="Relu(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Relu(Vector512<float> x) =>
        Avx512F.IsSupported
            ? Avx512F.Max(Vector512<float>.Zero, x)
            : Vector512.ConditionalSelect(Vector512.GreaterThan(Vector512<float>.Zero, x), Vector512<float>.Zero, x);

    /// <inheritdoc cref="Relu(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Relu(Vector128<double> x) =>
        Sse2.IsSupported
            ? Sse2.Max(Vector128<double>.Zero, x)
            : Vector128.ConditionalSelect(Vector128.GreaterThan(Vector128<double>.Zero, x), Vector128<double>.Zero, x);

    /// <inheritdoc cref="Relu(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Relu(Vector256<double> x) =>
        Avx.IsSupported
            ? Avx.Max(Vector256<double>.Zero, x)
            : Vector256.ConditionalSelect(Vector256.GreaterThan(Vector256<double>.Zero, x), Vector256<double>.Zero, x);

    /// <inheritdoc cref="Relu(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Relu(Vector512<double> x) =>
        Avx512F.IsSupported
            ? Avx512F.Max(Vector512<double>.Zero, x)
            : Vector512.ConditionalSelect(Vector512.GreaterThan(Vector512<double>.Zero, x), Vector512<double>.Zero, x);
#endif
}
