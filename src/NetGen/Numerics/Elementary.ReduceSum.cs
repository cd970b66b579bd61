#if NET
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

public abstract partial class Elementary
{
    /// <summary>The sum of the lanes, added by halves: lane i and lane i + n/2, until one is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ReduceSum(Vector512<float> x) =>
        ReduceSum(x.GetLower() + x.GetUpper());

    /// <inheritdoc cref="ReduceSum(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ReduceSum(Vector256<float> x) =>
        ReduceSum(x.GetLower() + x.GetUpper());

    /// <inheritdoc cref="ReduceSum(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ReduceSum(Vector128<float> x)
    {
        x = x + Vector128.Shuffle(x, Vector128.Create(2, 3, 2, 3));
        x = x + Vector128.Shuffle(x, Vector128.Create(1, 1, 1, 1));
        return x.ToScalar();
    }

    /// <inheritdoc cref="ReduceSum(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ReduceSum(Vector512<double> x) =>
        ReduceSum(x.GetLower() + x.GetUpper());

    /// <inheritdoc cref="ReduceSum(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ReduceSum(Vector256<double> x) =>
        ReduceSum(x.GetLower() + x.GetUpper());

    /// <inheritdoc cref="ReduceSum(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ReduceSum(Vector128<double> x)
    {
        x = x + Vector128.Shuffle(x, Vector128.Create(1L, 1L));
        return x.ToScalar();
    }
}
#endif
