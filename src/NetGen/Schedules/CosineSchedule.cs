namespace NetGen;

/// <summary>
/// The rate falls along half a cosine, epoch by epoch: η = ηₘᵢₙ + (η₀ − ηₘᵢₙ)(1 + cos(π epoch / T)) / 2, and stays at ηₘᵢₙ from
/// epoch T on. PyTorch's <c>CosineAnnealingLR</c>; Loshchilov and Hutter, "SGDR" (2017), equation 5, without restarts.
/// </summary>
/// <param name="epochs">T; at least 1.</param>
/// <param name="minimum">ηₘᵢₙ; 0 or more.</param>
/// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
public sealed class CosineSchedule(int epochs, double minimum = 0) : LearningRateSchedule
{
    private readonly int _epochs = Hyperparameter.AtLeast(1, epochs, nameof(epochs));
    private readonly double _minimum = Hyperparameter.NotNegative(minimum, nameof(minimum));

    /// <inheritdoc/>
    public override double Rate(double baseRate, int epoch, int batch, int batches) =>
        Anneal(baseRate, _minimum, Math.Min(1, (double)epoch / _epochs));

    /// <summary>From one value to another along half a cosine, as the progress goes from 0 to 1.</summary>
    internal static double Anneal(double from, double to, double progress) => to + ((from - to) * (1 + PortableMath.CosPi(progress)) / 2);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"CosineSchedule({_epochs}, {RoundTrip.Text(_minimum)})");
}
