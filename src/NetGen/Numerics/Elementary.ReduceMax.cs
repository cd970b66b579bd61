#if NET
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

public abstract partial class Elementary
{
    /// <summary>The largest lane if none is NaN, compared by halves as <see cref="ReduceSum(Vector512{float})"/> adds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ReduceMax(Vector512<float> x) =>
        ReduceMax(Max(x.GetLower(), x.GetUpper()));

    /// <inheritdoc cref="ReduceMax(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ReduceMax(Vector256<float> x) =>
        ReduceMax(Max(x.GetLower(), x.GetUpper()));

    /// <inheritdoc cref="ReduceMax(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ReduceMax(Vector128<float> x)
    {
        x = Max(x, Vector128.Shuffle(x, Vector128.Create(2, 3, 2, 3)));
        x = Max(x, Vector128.Shuffle(x, Vector128.Create(1, 1, 1, 1)));
        return x.ToScalar();
    }

    /// <inheritdoc cref="ReduceMax(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ReduceMax(Vector512<double> x) =>
        ReduceMax(Max(x.GetLower(), x.GetUpper()));

    /// <inheritdoc cref="ReduceMax(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ReduceMax(Vector256<double> x) =>
        ReduceMax(Max(x.GetLower(), x.GetUpper()));

    /// <inheritdoc cref="ReduceMax(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ReduceMax(Vector128<double> x)
    {
        x = Max(x, Vector128.Shuffle(x, Vector128.Create(1L, 1L)));
        return x.ToScalar();
    }
}
#endif
