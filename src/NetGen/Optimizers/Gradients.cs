using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen;

/// <summary>What is done to the gradients of a network between their computation and an optimiser's step.</summary>
/// <remarks>
/// Gradients are packed, as <see cref="INetwork{T}.AccumulateGradients"/> gives them. Nothing is allocated after the first
/// call for a network's layout.
/// </remarks>
public static class Gradients
{
    private const double LeastNormalSingle = 1.17549435082228751e-38;
    private const double LeastNormalDouble = 2.2250738585072014e-308;

    /// <summary>The Euclidean norm √Σg² over all parameters, summed in double.</summary>
    /// <param name="layout">The network's <see cref="IPredictor{T}.Layout"/>.</param>
    /// <param name="packedGradients"><see cref="ParameterLayout.PackedLength"/> elements; what the pads hold does not matter.</param>
    /// <exception cref="ArgumentException"><paramref name="packedGradients"/> has the wrong length.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public static double Norm<T>(ParameterLayout layout, ReadOnlySpan<T> packedGradients)
        where T : unmanaged
    {
        Check(layout, packedGradients);
        var (fraction, unit) = GradientNorm.Of(layout, packedGradients);
        return fraction * unit;
    }

    /// <summary>
    /// Scales gradients whose norm is too large: g ← g · min(1, limit / (‖g‖ + 10⁻⁶)). PyTorch's <c>clip_grad_norm_</c>; Pascanu,
    /// Mikolov and Bengio, "On the difficulty of training recurrent neural networks" (2013), algorithm 1.
    /// </summary>
    /// <param name="layout">The network's <see cref="IPredictor{T}.Layout"/>.</param>
    /// <param name="packedGradients"><see cref="ParameterLayout.PackedLength"/> elements; changed.</param>
    /// <param name="limit">The largest norm; above 0.</param>
    /// <returns>
    /// The norm before; infinite where it is too large for a double. Where a gradient is infinite or not a number, all are left as they are.
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="packedGradients"/> has the wrong length.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is not a finite number above 0.</exception>
    public static double ClipNorm<T>(ParameterLayout layout, Span<T> packedGradients, double limit)
        where T : unmanaged
    {
        Hyperparameter.Positive(limit, nameof(limit));
        Check<T>(layout, packedGradients);
        var (fraction, unit) = GradientNorm.Of<T>(layout, packedGradients);
        var norm = fraction * unit;
        var factor = limit / (norm + 1e-6);
        if (factor >= 1 || double.IsNaN(norm) || double.IsInfinity(fraction))
            return norm;
        if (factor >= (typeof(T) == typeof(float) ? LeastNormalSingle : LeastNormalDouble))
        {
            Elementwise.Apply<T, Scale>(new(factor), packedGradients, packedGradients);
            return norm;
        }

        // Such a factor has lost its digits, or is 0: in two steps neither has.
        if (unit == 1)
            (fraction, unit) = GradientNorm.Scaled<T>(layout, packedGradients);
        Elementwise.Apply<T, Scale>(new(1 / unit), packedGradients, packedGradients);
        Elementwise.Apply<T, Scale>(new(limit / fraction), packedGradients, packedGradients);
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
