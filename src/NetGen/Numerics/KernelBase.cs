using System.ComponentModel;
#if NET
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
#endif

namespace NetGen.Numerics;

/// <summary>
/// What generated kernels are written in, the part that has overloads for each precision.
/// Not for use by hand: offsets are not checked.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract partial class KernelBase : Elementary
{
    /// <summary>Only for <see cref="KernelBase{T}"/>.</summary>
    private protected KernelBase()
    {
    }

    /// <summary>The index of the largest value, the first of equals; NaN is never larger.</summary>
    public static int LargestOf(ReadOnlySpan<float> values)
    {
        var largest = 0;
        for (var index = 1; index < values.Length; index++)
            largest = values[index] > values[largest] ? index : largest;
        return largest;
    }

    /// <inheritdoc cref="LargestOf(ReadOnlySpan{float})"/>
    public static int LargestOf(ReadOnlySpan<double> values)
    {
        var largest = 0;
        for (var index = 1; index < values.Length; index++)
            largest = values[index] > values[largest] ? index : largest;
        return largest;
    }

    /// <summary>target += source, element by element.</summary>
    protected static void AddTo(Span<float> target, ReadOnlySpan<float> source)
    {
        for (var index = 0; index < target.Length; index++)
            target[index] += source[index];
    }

    /// <inheritdoc cref="AddTo(Span{float}, ReadOnlySpan{float})"/>
    protected static void AddTo(Span<double> target, ReadOnlySpan<double> source)
    {
        for (var index = 0; index < target.Length; index++)
            target[index] += source[index];
    }

#if NET
    /// <summary>Of a kernel that is compiled, with all optimisations, before its first call and not into its caller.</summary>
    protected const MethodImplOptions AtOnceAndApart = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;

    /// <summary>Of what calls kernels and is compiled into its own caller.</summary>
    protected const MethodImplOptions InCaller = MethodImplOptions.AggressiveInlining;

    /// <summary>Whether the machine has vectors of 512 bits, and of 256: a constant to the compiler of machine code.</summary>
    protected static bool HasVectors512 => Vector512.IsHardwareAccelerated;

    /// <inheritdoc cref="HasVectors512"/>
    protected static bool HasVectors256 => Vector256.IsHardwareAccelerated;

    /// <summary>Bytes of working memory that alignment may skip: a cache line.</summary>
    public const int Slack = 64;
#endif
}
