using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.Numerics;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace NetGen;

/// <summary>What is done to the gradients of a network between their computation and an optimiser's step.</summary>
/// <remarks>
/// Gradients are packed, as <see cref="INetwork{T}.AccumulateGradients"/> gives them. Nothing is allocated after the first
/// call for a network's layout.
/// </remarks>
public static class Gradients
{
    /// <summary>The Euclidean norm √Σg² over all parameters, summed in double.</summary>
    /// <param name="layout">The network's <see cref="IPredictor{T}.Layout"/>.</param>
    /// <param name="packedGradients"><see cref="ParameterLayout.PackedLength"/> elements; what the pads hold does not matter.</param>
    /// <exception cref="ArgumentException"><paramref name="packedGradients"/> has the wrong length.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public static double Norm<T>(ParameterLayout layout, ReadOnlySpan<T> packedGradients)
        where T : unmanaged
    {
        Check(layout, packedGradients);
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double))
            throw Real.NotReal<T>();
        var sum = 0.0;
        foreach (var range in layout.Elements)
            sum += SumOfSquares(range.Of(packedGradients));
        return Math.Sqrt(sum);
    }

    /// <summary>
    /// Scales gradients whose norm is too large: g ← g · min(1, limit / (‖g‖ + 10⁻⁶)). PyTorch's <c>clip_grad_norm_</c>; Pascanu,
    /// Mikolov and Bengio, "On the difficulty of training recurrent neural networks" (2013), algorithm 1.
    /// </summary>
    /// <param name="layout">The network's <see cref="IPredictor{T}.Layout"/>.</param>
    /// <param name="packedGradients"><see cref="ParameterLayout.PackedLength"/> elements; changed.</param>
    /// <param name="limit">The largest norm; above 0.</param>
    /// <returns>The norm before. Where it is infinite or not a number, the gradients are left as they are.</returns>
    /// <exception cref="ArgumentException"><paramref name="packedGradients"/> has the wrong length.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is not a finite number above 0.</exception>
    public static double ClipNorm<T>(ParameterLayout layout, Span<T> packedGradients, double limit)
        where T : unmanaged
    {
        Hyperparameter.Positive(limit, nameof(limit));
        var norm = Norm<T>(layout, packedGradients);
        var factor = limit / (norm + 1e-6);
        if (factor is < 1 and > 0)
            Elementwise.Apply<T, Scale>(new(factor), packedGradients, packedGradients);
        return norm;
    }

    /// <summary>Brings every gradient into [−limit, limit]; one that is not a number stays so. PyTorch's <c>clip_grad_value_</c>.</summary>
    /// <param name="packedGradients">Changed.</param>
    /// <param name="limit">The largest absolute value; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is not a finite number above 0.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public static void ClipValue<T>(Span<T> packedGradients, double limit)
        where T : unmanaged =>
        Elementwise.Apply<T, Clamp>(new(Hyperparameter.Positive(limit, nameof(limit))), packedGradients, packedGradients);

    /// <summary>Adds the gradient of the penalty λ₁ Σ |W| over the trainable weights, not the biases: λ₁ sign W, 0 at 0.</summary>
    /// <param name="network">The network whose weights count.</param>
    /// <param name="packedGradients"><see cref="ParameterLayout.PackedLength"/> elements; changed.</param>
    /// <param name="strength">λ₁; 0 or more.</param>
    /// <exception cref="ArgumentException"><paramref name="packedGradients"/> has the wrong length.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="strength"/> is not a finite number from 0 on.</exception>
    public static void AddL1<T>(IPredictor<T> network, Span<T> packedGradients, double strength)
        where T : unmanaged
    {
        Guard.NotNull(network, nameof(network));
        Check<T>(network.Layout, packedGradients);
        var penalty = new SignTimes(Hyperparameter.NotNegative(strength, nameof(strength)));
        foreach (var range in network.Layout.TrainableWeights)
            Elementwise.Apply<T, SignTimes>(penalty, range.Of(packedGradients), range.Of(network.PackedParameters));
    }

    /// <summary>Adds gradients to gradients.</summary>
    internal static void Add<T>(Span<T> sum, ReadOnlySpan<T> addends)
        where T : unmanaged =>
        Elementwise.Apply<T, Sum>(default, sum, addends);

    private static void Check<T>(ParameterLayout layout, ReadOnlySpan<T> packedGradients)
    {
        Guard.NotNull(layout, nameof(layout));
        Guard.Length(packedGradients.Length, layout.PackedLength, nameof(packedGradients));
    }

    /// <summary>Sixteen sums side by side, the same for every width of vectors.</summary>
    private static double SumOfSquares<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var element = 0;
        var sum = 0.0;
#if NET
        var (even, odd) = (Vector512<double>.Zero, Vector512<double>.Zero);
        ref var start = ref MemoryMarshal.GetReference(values);
        for (; element <= values.Length - (2 * Vector512<double>.Count); element += 2 * Vector512<double>.Count)
        {
            var (lower, upper) = Load(ref Unsafe.Add(ref start, element));
            even += lower * lower;
            odd += upper * upper;
        }

        // Lane by lane: what Vector512.Sum adds first depends on the machine.
        var sums = even + odd;
        for (var lane = 0; lane < Vector512<double>.Count; lane++)
            sum += sums[lane];
#endif
        for (; element < values.Length; element++)
        {
            var value = Real.ToDouble(values[element]);
            sum += value * value;
        }

        return sum;
    }

#if NET
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<double> Lower, Vector512<double> Upper) Load<T>(ref T start)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
            return Vector512.Widen(Vector512.LoadUnsafe(ref Unsafe.As<T, float>(ref start)));
        ref var number = ref Unsafe.As<T, double>(ref start);
        return (Vector512.LoadUnsafe(ref number), Vector512.LoadUnsafe(ref number, (nuint)Vector512<double>.Count));
    }
#endif

    private readonly struct Scale(double factor) : IUpdate
    {
        public int StateCount => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<T, TReal, TArithmetic>(ref TReal parameter, TReal gradient, ref TReal first, ref TReal second)
            where T : unmanaged
            where TReal : struct
            where TArithmetic : struct, IArithmetic<T, TReal>
        {
            TArithmetic math = default;
            parameter = math.Multiply(math.Constant(Real.FromDouble<T>(factor)), gradient);
        }
    }

    private readonly struct Clamp(double limit) : IUpdate
    {
        public int StateCount => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<T, TReal, TArithmetic>(ref TReal parameter, TReal gradient, ref TReal first, ref TReal second)
            where T : unmanaged
            where TReal : struct
            where TArithmetic : struct, IArithmetic<T, TReal>
        {
            TArithmetic math = default;
            var most = math.Constant(Real.FromDouble<T>(limit));
            var least = math.Constant(Real.FromDouble<T>(-limit));
            parameter = math.SelectLess(most, gradient, most, math.SelectLess(gradient, least, least, gradient));
        }
    }

    private readonly struct SignTimes(double strength) : IUpdate
    {
        public int StateCount => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<T, TReal, TArithmetic>(ref TReal parameter, TReal gradient, ref TReal first, ref TReal second)
            where T : unmanaged
            where TReal : struct
            where TArithmetic : struct, IArithmetic<T, TReal>
        {
            TArithmetic math = default;
            var zero = math.Constant(default);
            var positive = math.Constant(Real.FromDouble<T>(strength));
            var negative = math.Constant(Real.FromDouble<T>(-strength));
            parameter = math.Add(parameter, math.SelectLess(zero, gradient, positive, math.SelectLess(gradient, zero, negative, zero)));
        }
    }

    private readonly struct Sum : IUpdate
    {
        public int StateCount => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<T, TReal, TArithmetic>(ref TReal parameter, TReal gradient, ref TReal first, ref TReal second)
            where T : unmanaged
            where TReal : struct
            where TArithmetic : struct, IArithmetic<T, TReal> =>
            parameter = default(TArithmetic).Add(parameter, gradient);
    }
}
