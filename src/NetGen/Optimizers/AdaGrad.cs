namespace NetGen;

/// <summary>
/// Steps divided by the root of all squared gradients so far: v ← v + g² (from 0), w ← w − ηg / (√v + ε). PyTorch's
/// <c>Adagrad</c>; Duchi, Hazan and Singer, "Adaptive Subgradient Methods" (2011).
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>, the network's <see cref="Precision"/>.</typeparam>
public sealed class AdaGrad<T> : Optimizer<T>
    where T : unmanaged
{
    /// <summary>Makes an optimiser of a network.</summary>
    /// <param name="network">The network whose parameters change.</param>
    /// <param name="learningRate">η; 0 or more.</param>
    /// <param name="epsilon">ε, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public AdaGrad(INetwork<T> network, double learningRate = 0.01, double epsilon = 1e-10)
        : base(network, learningRate, "sum") =>
        Epsilon = Hyperparameter.Positive(epsilon, nameof(epsilon));

    /// <summary>ε, which keeps the divisor from 0.</summary>
    public double Epsilon { get; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"AdaGrad(epsilon = {RoundTrip.Text(Epsilon)})");

    private protected override void Update(Span<T> parameters, ReadOnlySpan<T> gradients, Span<T> first, Span<T> second) =>
        Elementwise.Apply(new SquaredGradientRule(LearningRate, decay: 1, weight: 1, Epsilon), parameters, gradients, first);
}
