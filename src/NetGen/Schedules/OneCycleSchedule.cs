namespace NetGen;

/// <summary>
/// The rate rises along half a cosine from a fraction of the base rate to the whole, and falls along another to almost nothing,
/// step by step. PyTorch's <c>OneCycleLR</c> with <c>max_lr</c> = the base rate, of two phases, without its cycle of the momentum;
/// Smith and Topin, "Super-Convergence" (2018).
/// </summary>
/// <param name="epochs">Epochs of the whole cycle; at least 1. Beyond, the rate stays where it ended.</param>
/// <param name="rise">The part of the steps in which the rate rises; between 0 and 1.</param>
/// <param name="initialDivisor">The base rate by the first one; above 0.</param>
/// <param name="finalDivisor">The first rate by the last one; above 0.</param>
/// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
public sealed class OneCycleSchedule(int epochs, double rise = 0.3, double initialDivisor = 25, double finalDivisor = 1e4) : LearningRateSchedule
{
    private readonly int _epochs = Hyperparameter.AtLeast(1, epochs, nameof(epochs));
    private readonly double _rise = rise is > 0 and < 1 ? rise : throw new ArgumentOutOfRangeException(nameof(rise), rise, "Expected a part between 0 and 1.");
    private readonly double _initialDivisor = Hyperparameter.Positive(initialDivisor, nameof(initialDivisor));
    private readonly double _finalDivisor = Hyperparameter.Positive(finalDivisor, nameof(finalDivisor));

    /// <inheritdoc/>
    public override double Rate(double baseRate, int epoch, int batch, int batches)
    {
        // PyTorch's last step has the last rate, and the peak lies one step before the rise's part of them: of very few steps, before
        // the first.
        var steps = (double)_epochs * batches;
        var (place, peak, last) = (((double)epoch * batches) + batch, (_rise * steps) - 1, steps - 1);
        var first = baseRate / _initialDivisor;
        if (place >= last)
            return first / _finalDivisor;
        return place < peak
            ? CosineSchedule.Anneal(first, baseRate, place / peak)
            : CosineSchedule.Anneal(baseRate, first / _finalDivisor, (place - peak) / (last - peak));
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"OneCycleSchedule({_epochs}, {RoundTrip.Text(_rise)}, {RoundTrip.Text(_initialDivisor)}, {RoundTrip.Text(_finalDivisor)})");
}
