namespace NetGen;

/// <summary>
/// The rate rises linearly, step by step, from a fraction of the base rate to the whole, and then follows another schedule,
/// which counts its epochs from there. PyTorch's <c>LinearLR</c>, followed by that schedule.
/// </summary>
public sealed class WarmUpSchedule : LearningRateSchedule
{
    private readonly int _epochs;
    private readonly double _startFactor;
    private readonly LearningRateSchedule _then;

    /// <summary>Makes a schedule.</summary>
    /// <param name="epochs">Epochs of the rise; at least 1.</param>
    /// <param name="then">What follows; the base rate if not given.</param>
    /// <param name="startFactor">The fraction at the first step; from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public WarmUpSchedule(int epochs, LearningRateSchedule? then = null, double startFactor = 0.1)
    {
        _epochs = Hyperparameter.AtLeast(1, epochs, nameof(epochs));
        _startFactor = startFactor is >= 0 and <= 1
            ? startFactor
            : throw new ArgumentOutOfRangeException(nameof(startFactor), startFactor, "Expected a fraction from 0 to 1.");
        _then = then ?? new ConstantSchedule();
    }

    /// <inheritdoc/>
    public override double Rate(double baseRate, int epoch, int batch, int batches)
    {
        if (epoch >= _epochs)
            return _then.Rate(baseRate, epoch - _epochs, batch, batches);
        var progress = (((double)epoch * batches) + batch) / ((double)_epochs * batches);
        return baseRate * (_startFactor + ((1 - _startFactor) * progress));
    }

    internal override void EndEpoch(int epoch, double loss)
    {
        if (epoch >= _epochs)
            _then.EndEpoch(epoch - _epochs, loss);
    }

    internal override double[] SaveState() => _then.SaveState();

    internal override bool TryRestoreState(double[] state) => _then.TryRestoreState(state);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"WarmUpSchedule({_epochs}, {_then}, {RoundTrip.Text(_startFactor)})");
}
