namespace NetGen;

/// <summary>
/// Steps along a running mean of the gradient divided by its root mean square, both corrected for their start at 0:
/// m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², w ← w − η (m / (1 − β₁ᵏ)) / (√(v / (1 − β₂ᵏ)) + ε) at step k. PyTorch's
/// <c>Adam</c>; Kingma and Ba, "Adam: A Method for Stochastic Optimization" (2015), algorithm 1.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>, the network's <see cref="Precision"/>.</typeparam>
public sealed class Adam<T> : Optimizer<T>
    where T : unmanaged
{
    private readonly AdamMoments _moments;

    /// <summary>Makes an optimiser of a network.</summary>
    /// <param name="network">The network whose parameters change.</param>
    /// <param name="learningRate">η; 0 or more.</param>
    /// <param name="beta1">β₁, the decay of the mean; from 0 to below 1.</param>
    /// <param name="beta2">β₂, the decay of the mean square; from 0 to below 1.</param>
    /// <param name="epsilon">ε, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public Adam(INetwork<T> network, double learningRate = 0.001, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
        : base(network, learningRate, "exp_avg", "exp_avg_sq") =>
        _moments = new(beta1, beta2, epsilon);

    /// <summary>β₁, the decay of the mean.</summary>
    public double Beta1 => _moments.Beta1;

    /// <summary>β₂, the decay of the mean square.</summary>
    public double Beta2 => _moments.Beta2;

    /// <summary>ε, which keeps the divisor from 0.</summary>
    public double Epsilon => _moments.Epsilon;

    /// <inheritdoc/>
    public override string ToString() => $"Adam({_moments})";

    private protected override void Update(Span<T> parameters, ReadOnlySpan<T> gradients, Span<T> first, Span<T> second) =>
        Elementwise.Apply(_moments.Step(StepCount, LearningRate, decay: 0), parameters, gradients, first, second);
}
