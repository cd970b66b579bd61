namespace NetGen;

/// <summary>The rate falls by the same factor each epoch: η = η₀ γ^epoch. PyTorch's <c>ExponentialLR</c>.</summary>
/// <param name="factor">γ, above 0.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="factor"/> is out of its range.</exception>
public sealed class ExponentialSchedule(double factor) : LearningRateSchedule
{
    private readonly double _factor = Hyperparameter.Positive(factor, nameof(factor));

    /// <inheritdoc/>
    public override double Rate(double baseRate, int epoch, int batch, int batches) => baseRate * PortableMath.Power(_factor, epoch);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"ExponentialSchedule({RoundTrip.Text(_factor)})");
}
