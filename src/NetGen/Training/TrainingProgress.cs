using System.Globalization;

namespace NetGen;

/// <summary>How far a training has come; reported after each batch and at the end of each epoch.</summary>
/// <remarks>Reports may follow each other fast: it is the receiver that leaves some out.</remarks>
/// <param name="Epoch">The current pass over the training data, from 1.</param>
/// <param name="Epochs">Number of passes; it may become fewer, where training stops early.</param>
/// <param name="Batch">Number of batches done in this epoch.</param>
/// <param name="Batches">Number of batches in an epoch.</param>
/// <param name="Loss">The mean loss over the samples of the epoch's batches done.</param>
/// <param name="LearningRate">That of the last step.</param>
/// <param name="Elapsed">The time since the training began.</param>
/// <param name="IsEndOfEpoch">Whether the epoch is over, its validation too: in one report an epoch, the last one.</param>
/// <param name="ValidationLoss">The loss on the validation data at the end of the epoch; NaN where there is none.</param>
/// <param name="ValidationMetric">Another measure of the validation data then; NaN where there is none.</param>
/// <param name="MetricName">What <paramref name="ValidationMetric"/> measures, such as <c>accuracy</c>.</param>
public readonly record struct TrainingProgress(
    int Epoch,
    int Epochs,
    int Batch,
    int Batches,
    double Loss,
    double LearningRate,
    TimeSpan Elapsed,
    bool IsEndOfEpoch = false,
    double ValidationLoss = double.NaN,
    double ValidationMetric = double.NaN,
    string? MetricName = null)
{
    /// <summary>One line: the epoch, the time, the loss, what there is of the validation, and the learning rate.</summary>
    public override string ToString() => $"{EpochText}  {TimeText(Elapsed.TotalSeconds)}  {MeasuresText}";

    internal string EpochText
    {
        get
        {
            var epochs = Epochs.ToString(CultureInfo.InvariantCulture);
            return $"epoch {Epoch.ToString(CultureInfo.InvariantCulture).PadLeft(epochs.Length)}/{epochs}";
        }
    }

    internal string MeasuresText
    {
        get
        {
            var text = $"loss {Number(Loss)}";
            if (!double.IsNaN(ValidationLoss))
                text += $"  val loss {Number(ValidationLoss)}";
            if (!double.IsNaN(ValidationMetric))
                text += $"  {MetricName ?? "metric"} {Number(ValidationMetric)}";
            return $"{text}  lr {LearningRate.ToString("G3", CultureInfo.InvariantCulture)}";
        }
    }

    internal static string TimeText(double seconds)
    {
        // Anything may be asked for, also NaN and more than a long holds.
        if (!(Math.Abs(seconds) < 1e9))
            return "?";
        var whole = (long)Math.Max(0, seconds);
        return whole < 3600
            ? string.Format(CultureInfo.InvariantCulture, "{0}:{1:00}", whole / 60, whole % 60)
            : string.Format(CultureInfo.InvariantCulture, "{0}:{1:00}:{2:00}", whole / 3600, whole / 60 % 60, whole % 60);
    }

    // Three digits at least, and of one width where values are of everyday size.
    private static string Number(double value) =>
        value.ToString(Math.Abs(value) is (>= 0.01 and < 1e6) or 0 ? "F4" : "0.000e+00", CultureInfo.InvariantCulture);
}
