using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen;

/// <summary>
/// Stochastic gradient descent, plain or with momentum: v ← μv + g (v = g at the first step), w ← w − ηv; Nesterov's form
/// w ← w − η(g + μv). PyTorch's <c>SGD</c>; Sutskever et al., "On the importance of initialization and momentum in deep
/// learning" (2013).
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>, the network's <see cref="Precision"/>.</typeparam>
public sealed class Sgd<T> : Optimizer<T>
    where T : unmanaged
{
    /// <summary>Makes an optimiser of a network.</summary>
    /// <param name="network">The network whose parameters change.</param>
    /// <param name="learningRate">η; 0 or more.</param>
    /// <param name="momentum">μ, from 0 to below 1; 0 remembers nothing.</param>
    /// <param name="nesterov">Whether the gradient is taken as if ahead by the momentum; needs one.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    /// <exception cref="ArgumentException"><paramref name="nesterov"/> without momentum.</exception>
    public Sgd(INetwork<T> network, double learningRate, double momentum = 0, bool nesterov = false)
        : base(network, learningRate, Hyperparameter.BelowOne(momentum, nameof(momentum)) > 0 ? ["momentum_buffer"] : [])
    {
        if (nesterov && momentum == 0)
            throw new ArgumentException("Nesterov's form needs a momentum above 0.", nameof(nesterov));
        Momentum = momentum;
        IsNesterov = nesterov;
    }

    /// <summary>μ; 0 for plain descent.</summary>
    public double Momentum { get; }

    /// <summary>Whether the gradient is taken as if ahead by the momentum.</summary>
    public bool IsNesterov { get; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"Sgd(momentum = {RoundTrip.Text(Momentum)}, nesterov = {IsNesterov})");

    internal override bool IsPlainDescent => Momentum == 0;

    private protected override void Update(Span<T> parameters, ReadOnlySpan<T> gradients, Span<T> first, Span<T> second)
    {
        if (Momentum == 0)
            Elementwise.Apply(new Plain(LearningRate), parameters, gradients);
        else
            Elementwise.Apply(new WithMomentum(LearningRate, Momentum, IsNesterov), parameters, gradients, first);
    }

    private readonly struct Plain(double learningRate) : IUpdate
    {
        public int StateCount => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<TScalar, TReal, TArithmetic>(ref TReal parameter, TReal gradient, ref TReal first, ref TReal second)
            where TScalar : unmanaged
            where TReal : struct
            where TArithmetic : struct, IArithmetic<TScalar, TReal>
        {
            TArithmetic math = default;
            parameter = math.Subtract(parameter, math.Multiply(math.Constant(Real.FromDouble<TScalar>(learningRate)), gradient));
        }
    }

    // What is remembered starts at 0, so that the first v is g.
    private readonly struct WithMomentum(double learningRate, double momentum, bool nesterov) : IUpdate
    {
        public int StateCount => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<TScalar, TReal, TArithmetic>(ref TReal parameter, TReal gradient, ref TReal first, ref TReal second)
            where TScalar : unmanaged
            where TReal : struct
            where TArithmetic : struct, IArithmetic<TScalar, TReal>
        {
            TArithmetic math = default;
            var mu = math.Constant(Real.FromDouble<TScalar>(momentum));
            first = math.Add(math.Multiply(mu, first), gradient);
            var direction = nesterov ? math.Add(gradient, math.Multiply(mu, first)) : first;
            parameter = math.Subtract(parameter, math.Multiply(math.Constant(Real.FromDouble<TScalar>(learningRate)), direction));
        }
    }
}
