namespace NetGen;

/// <summary>
/// <see cref="Adam{T}"/> with decoupled weight decay: first w ← w − ηλw for all parameters, biases too, then Adam's step.
/// PyTorch's <c>AdamW</c>; Loshchilov and Hutter, "Decoupled Weight Decay Regularization" (2019), algorithm 2.
/// </summary>
/// <remarks>The network's own weight decay, which adds λW to the gradients, comes on top: leave it at 0.</remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>, the network's <see cref="Precision"/>.</typeparam>
public sealed class AdamW<T> : Optimizer<T>
    where T : unmanaged
{
    private readonly AdamMoments _moments;

    /// <summary>Makes an optimiser of a network.</summary>
    /// <param name="network">The network whose parameters change.</param>
    /// <param name="learningRate">η; 0 or more.</param>
    /// <param name="beta1">β₁, the decay of the mean; from 0 to below 1.</param>
    /// <param name="beta2">β₂, the decay of the mean square; from 0 to below 1.</param>
    /// <param name="epsilon">ε, above 0.</param>
    /// <param name="weightDecay">λ; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public AdamW(
        INetwork<T> network, double learningRate = 0.001, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8, double weightDecay = 0.01)
        : base(network, learningRate, "exp_avg", "exp_avg_sq")
    {
        _moments = new(beta1, beta2, epsilon);
        WeightDecay = Hyperparameter.NotNegative(weightDecay, nameof(weightDecay));
    }

    /// <summary>β₁, the decay of the mean.</summary>
    public double Beta1 => _moments.Beta1;

    /// <summary>β₂, the decay of the mean square.</summary>
    public double Beta2 => _moments.Beta2;

    /// <summary>ε, which keeps the divisor from 0.</summary>
    public double Epsilon => _moments.Epsilon;

    /// <summary>λ.</summary>
    public double WeightDecay { get; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"AdamW({_moments}, weightDecay = {RoundTrip.Text(WeightDecay)})");

    private protected override void Update(Span<T> parameters, ReadOnlySpan<T> gradients, Span<T> first, Span<T> second) =>
        Elementwise.Apply(_moments.Step(StepCount, LearningRate, WeightDecay), parameters, gradients, first, second);
}
