namespace NetGen;

/// <summary>
/// Steps divided by a running root mean square of the gradient: v ← αv + (1 − α)g², w ← w − ηg / (√v + ε). PyTorch's
/// <c>RMSprop</c>; Tieleman and Hinton, lecture 6.5 of "Neural Networks for Machine Learning" (2012).
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>, the network's <see cref="Precision"/>.</typeparam>
public sealed class RmsProp<T> : Optimizer<T>
    where T : unmanaged
{
    /// <summary>Makes an optimiser of a network.</summary>
    /// <param name="network">The network whose parameters change.</param>
    /// <param name="learningRate">η; 0 or more.</param>
    /// <param name="alpha">α, the decay of the mean square; from 0 to below 1.</param>
    /// <param name="epsilon">ε, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public RmsProp(INetwork<T> network, double learningRate = 0.01, double alpha = 0.99, double epsilon = 1e-8)
        : base(network, learningRate, "square_avg")
    {
        Alpha = Hyperparameter.BelowOne(alpha, nameof(alpha));
        Epsilon = Hyperparameter.Positive(epsilon, nameof(epsilon));
    }

    /// <summary>α, the decay of the mean square.</summary>
    public double Alpha { get; }

    /// <summary>ε, which keeps the divisor from 0.</summary>
    public double Epsilon { get; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"RmsProp(alpha = {RoundTrip.Text(Alpha)}, epsilon = {RoundTrip.Text(Epsilon)})");

    private protected override void Update(Span<T> parameters, ReadOnlySpan<T> gradients, Span<T> first, Span<T> second) =>
        Elementwise.Apply(new SquaredGradientRule(LearningRate, Alpha, 1 - Alpha, Epsilon), parameters, gradients, first);
}
