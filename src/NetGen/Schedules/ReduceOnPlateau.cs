namespace NetGen;

/// <summary>
/// The rate falls when the loss has stopped falling: after <c>patience</c> + 1 epochs in a row whose loss is not below the best so
/// far · (1 − threshold). PyTorch's <c>ReduceLROnPlateau</c> in its relative mode; it watches the loss of the validation data, or
/// of the training data without those.
/// </summary>
/// <remarks>It remembers the training that it steers: give each trainer one of its own.</remarks>
/// <param name="factor">By which the rate falls; between 0 and 1.</param>
/// <param name="patience">Bad epochs that are put up with; 0 or more.</param>
/// <param name="threshold">The part of the best loss by which a better one must be lower; from 0 to below 1.</param>
/// <param name="cooldown">Epochs after a fall that do not count as bad; 0 or more.</param>
/// <param name="minimum">The lowest rate; 0 or more.</param>
/// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
public sealed class ReduceOnPlateau(double factor = 0.1, int patience = 10, double threshold = 1e-4, int cooldown = 0, double minimum = 0) : LearningRateSchedule
{
    private readonly double _factor = factor is > 0 and < 1 ? factor : throw new ArgumentOutOfRangeException(nameof(factor), factor, "Expected a factor between 0 and 1.");
    private readonly int _patience = Hyperparameter.AtLeast(0, patience, nameof(patience));
    private readonly double _threshold = Hyperparameter.BelowOne(threshold, nameof(threshold));
    private readonly int _cooldown = Hyperparameter.AtLeast(0, cooldown, nameof(cooldown));
    private readonly double _minimum = Hyperparameter.NotNegative(minimum, nameof(minimum));

    private double _best = double.PositiveInfinity;
    private int _bad;
    private int _cooling;
    private int _falls;

    /// <inheritdoc/>
    public override double Rate(double baseRate, int epoch, int batch, int batches)
    {
        // A base rate below the minimum stays what it is.
        var rate = baseRate * PortableMath.Power(_factor, _falls);
        return Math.Max(rate, Math.Min(_minimum, baseRate));
    }

    internal override void EndEpoch(int epoch, double loss)
    {
        var isBetter = loss < _best * (1 - _threshold);
        if (isBetter)
            _best = loss;
        _bad = isBetter || _cooling > 0 ? 0 : _bad + 1;
        _cooling = Math.Max(0, _cooling - 1);
        if (_bad <= _patience)
            return;
        (_bad, _cooling) = (0, _cooldown);
        _falls++;
    }

    internal override double[] SaveState() => [_best, _bad, _cooling, _falls];

    internal override bool TryRestoreState(double[] state)
    {
        if (state.Length == 0)
            state = [double.PositiveInfinity, 0, 0, 0];
        if (state.Length != 4 || state.Skip(1).Any(count => !(count >= 0 && count <= int.MaxValue)))
            return false;
        (_best, _bad, _cooling, _falls) = (state[0], (int)state[1], (int)state[2], (int)state[3]);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"ReduceOnPlateau({RoundTrip.Text(_factor)}, {_patience}, {RoundTrip.Text(_threshold)}, {_cooldown}, {RoundTrip.Text(_minimum)})");
}
