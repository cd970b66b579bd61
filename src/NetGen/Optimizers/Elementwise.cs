using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.Numerics;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace NetGen;

/// <summary>Applies an update to every element, in the widest vectors that the machine has.</summary>
internal static class Elementwise
{
    /// <summary>Updates the parameters and their state.</summary>
    /// <param name="update">What happens to each of them.</param>
    /// <param name="parameters">Changed.</param>
    /// <param name="gradients">As many.</param>
    /// <param name="first">As many, or empty if the update remembers nothing.</param>
    /// <param name="second">As many, or empty if the update remembers less than two quantities.</param>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public static void Apply<T, TUpdate>(TUpdate update, Span<T> parameters, ReadOnlySpan<T> gradients, Span<T> first = default, Span<T> second = default)
        where T : unmanaged
        where TUpdate : struct, IUpdate
    {
        Guard.Length(gradients.Length, parameters.Length, nameof(gradients));
        Guard.Length(first.Length, update.StateCount > 0 ? parameters.Length : 0, nameof(first));
        Guard.Length(second.Length, update.StateCount > 1 ? parameters.Length : 0, nameof(second));
        if (typeof(T) == typeof(float))
            Single(update, As<T, float>(parameters), As<T, float>(gradients), As<T, float>(first), As<T, float>(second));
        else if (typeof(T) == typeof(double))
            Double(update, As<T, double>(parameters), As<T, double>(gradients), As<T, double>(first), As<T, double>(second));
        else
            throw Real.NotReal<T>();
    }

    private static void Single<TUpdate>(TUpdate update, Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> first, Span<float> second)
        where TUpdate : struct, IUpdate
    {
        var done = 0;
#if NET
        if (Vector512.IsHardwareAccelerated)
            Loop<float, Vector512<float>, Vector512SingleArithmetic, TUpdate>(update, parameters, gradients, first, second, ref done);
        else if (Vector256.IsHardwareAccelerated)
            Loop<float, Vector256<float>, Vector256SingleArithmetic, TUpdate>(update, parameters, gradients, first, second, ref done);
        else if (Vector128.IsHardwareAccelerated)
            Loop<float, Vector128<float>, Vector128SingleArithmetic, TUpdate>(update, parameters, gradients, first, second, ref done);
#endif
        Loop<float, float, SingleArithmetic, TUpdate>(update, parameters, gradients, first, second, ref done);
    }

    private static void Double<TUpdate>(TUpdate update, Span<double> parameters, ReadOnlySpan<double> gradients, Span<double> first, Span<double> second)
        where TUpdate : struct, IUpdate
    {
        var done = 0;
#if NET
        if (Vector512.IsHardwareAccelerated)
            Loop<double, Vector512<double>, Vector512DoubleArithmetic, TUpdate>(update, parameters, gradients, first, second, ref done);
        else if (Vector256.IsHardwareAccelerated)
            Loop<double, Vector256<double>, Vector256DoubleArithmetic, TUpdate>(update, parameters, gradients, first, second, ref done);
        else if (Vector128.IsHardwareAccelerated)
            Loop<double, Vector128<double>, Vector128DoubleArithmetic, TUpdate>(update, parameters, gradients, first, second, ref done);
#endif
        Loop<double, double, DoubleArithmetic, TUpdate>(update, parameters, gradients, first, second, ref done);
    }

    /// <summary>Whole steps of as many elements as a <typeparamref name="TReal"/> holds, from where the last loop ended.</summary>
    private static void Loop<T, TReal, TArithmetic, TUpdate>(
        TUpdate update, Span<T> parameters, ReadOnlySpan<T> gradients, Span<T> first, Span<T> second, ref int done)
        where T : unmanaged
        where TReal : struct
        where TArithmetic : struct, IArithmetic<T, TReal>
        where TUpdate : struct, IUpdate
    {
        ref var parameter = ref MemoryMarshal.GetReference(parameters);
        ref var gradient = ref MemoryMarshal.GetReference(gradients);
        ref var one = ref MemoryMarshal.GetReference(first);
        ref var two = ref MemoryMarshal.GetReference(second);
        var step = Unsafe.SizeOf<TReal>() / Unsafe.SizeOf<T>();
        var element = done;
        for (; element <= parameters.Length - step; element += step)
        {
            var w = Read<T, TReal>(ref parameter, element);
            var a = update.StateCount > 0 ? Read<T, TReal>(ref one, element) : default;
            var b = update.StateCount > 1 ? Read<T, TReal>(ref two, element) : default;
            update.Apply<T, TReal, TArithmetic>(ref w, Read<T, TReal>(ref gradient, element), ref a, ref b);
            Write(ref parameter, element, w);
            if (update.StateCount > 0)
                Write(ref one, element, a);
            if (update.StateCount > 1)
                Write(ref two, element, b);
        }

        done = element;
    }

    // The loop's condition and the lengths that Apply checks keep every access inside the spans.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TReal Read<T, TReal>(ref T start, int element)
        where TReal : struct =>
        Unsafe.ReadUnaligned<TReal>(ref Unsafe.As<T, byte>(ref Unsafe.Add(ref start, element)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write<T, TReal>(ref T start, int element, TReal value)
        where TReal : struct =>
        Unsafe.WriteUnaligned(ref Unsafe.As<T, byte>(ref Unsafe.Add(ref start, element)), value);

    private static Span<TOther> As<T, TOther>(Span<T> span)
        where T : unmanaged
        where TOther : unmanaged => MemoryMarshal.Cast<T, TOther>(span);

    private static ReadOnlySpan<TOther> As<T, TOther>(ReadOnlySpan<T> span)
        where T : unmanaged
        where TOther : unmanaged => MemoryMarshal.Cast<T, TOther>(span);
}
