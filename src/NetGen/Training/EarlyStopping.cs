namespace NetGen;

/// <summary>When a training that gets no better ends, and with which parameters.</summary>
/// <remarks>
/// Watched is the loss of the validation data, or the trainer's metric of those, larger being better; without validation
/// data the loss of the training. An epoch whose value or one of whose parameters is infinite or not a number is no better than any.
/// </remarks>
/// <param name="patience">Epochs in a row without improvement that are put up with; 0 or more.</param>
/// <param name="minimumChange">By how much a better value must be better; 0 or more.</param>
/// <param name="restoreBest">Whether the network ends with the parameters of the best epoch rather than the last.</param>
/// <param name="watchMetric">Whether the trainer's metric counts instead of the loss.</param>
/// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
public sealed class EarlyStopping(int patience, double minimumChange = 0, bool restoreBest = true, bool watchMetric = false)
{
    /// <summary>Epochs in a row without improvement that are put up with.</summary>
    public int Patience { get; } = Hyperparameter.AtLeast(0, patience, nameof(patience));

    /// <summary>By how much a better value must be better.</summary>
    public double MinimumChange { get; } = Hyperparameter.NotNegative(minimumChange, nameof(minimumChange));

    /// <summary>Whether the network ends with the parameters of the best epoch rather than the last.</summary>
    public bool RestoreBest { get; } = restoreBest;

    /// <summary>Whether the trainer's metric counts instead of the loss.</summary>
    public bool WatchMetric { get; } = watchMetric;

    /// <summary>Whether a value is better than the best so far by enough.</summary>
    internal bool IsBetter(EpochResult epoch, EpochResult? best)
    {
        if (!Finite.Is(Watched(epoch)))
            return false;
        if (best is null)
            return true;
        var change = Watched(best) - Watched(epoch);
        return (WatchMetric ? -change : change) > MinimumChange;
    }

    private double Watched(EpochResult epoch) =>
        WatchMetric ? epoch.Metric ?? double.NaN : epoch.ValidationLoss ?? epoch.TrainingLoss;
}
