using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace NetGen.Numerics;

public abstract partial class Elementary
{
    /// <summary>x without its fraction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Truncate(float x) => Lanes.Apply<TruncateSingle>(x);

    /// <inheritdoc cref="Truncate(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Truncate(double x) => Lanes.Apply<TruncateDouble>(x);

#if NET
    /// <inheritdoc cref="Truncate(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Truncate(Vector128<float> x) => Lanes.Apply<TruncateSingle>(x);

    /// <inheritdoc cref="Truncate(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Truncate(Vector256<float> x) => Lanes.Apply<TruncateSingle>(x);

    /// <inheritdoc cref="Truncate(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Truncate(Vector512<float> x) => Lanes.Apply<TruncateSingle>(x);

    /// <inheritdoc cref="Truncate(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Truncate(Vector128<double> x) => Lanes.Apply<TruncateDouble>(x);

    /// <inheritdoc cref="Truncate(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Truncate(Vector256<double> x) => Lanes.Apply<TruncateDouble>(x);

    /// <inheritdoc cref="Truncate(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Truncate(Vector512<double> x) => Lanes.Apply<TruncateDouble>(x);
#endif
}
