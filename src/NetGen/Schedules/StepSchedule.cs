namespace NetGen;

/// <summary>The rate falls at regular epochs: η = η₀ γ^⌊epoch / every⌋. PyTorch's <c>StepLR</c>.</summary>
/// <param name="every">Epochs between two falls; at least 1.</param>
/// <param name="factor">γ, above 0.</param>
/// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
public sealed class StepSchedule(int every, double factor = 0.1) : LearningRateSchedule
{
    private readonly int _every = Hyperparameter.AtLeast(1, every, nameof(every));
    private readonly double _factor = Hyperparameter.Positive(factor, nameof(factor));

    /// <inheritdoc/>
    public override double Rate(double baseRate, int epoch, int batch, int batches) =>
        baseRate * PortableMath.Power(_factor, epoch / _every);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"StepSchedule({_every}, {RoundTrip.Text(_factor)})");
}
