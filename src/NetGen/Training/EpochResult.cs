namespace NetGen;

/// <summary>What an epoch of a training ended with.</summary>
public sealed class EpochResult
{
    internal EpochResult(int epoch, double learningRate, double trainingLoss, double? validationLoss, double? metric)
    {
        Epoch = epoch;
        LearningRate = learningRate;
        TrainingLoss = trainingLoss;
        ValidationLoss = validationLoss;
        Metric = metric;
    }

    /// <summary>From 1 on.</summary>
    public int Epoch { get; }

    /// <summary>The learning rate of the epoch's last step.</summary>
    public double LearningRate { get; }

    /// <summary>Mean loss over the samples, each before its batch's step; without penalties.</summary>
    public double TrainingLoss { get; }

    /// <summary>Mean loss of the validation data after the epoch; null without those.</summary>
    public double? ValidationLoss { get; }

    /// <summary>The trainer's metric of the validation data after the epoch; null without one.</summary>
    public double? Metric { get; }

    /// <summary>Epoch, losses, metric and learning rate in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"epoch {Epoch}: loss {TrainingLoss:G6}{Text(", validation loss ", ValidationLoss)}{Text(", metric ", Metric)}, learning rate {LearningRate:G6}");

    private static string Text(string name, double? value) => value is { } number ? FormattableString.Invariant($"{name}{number:G6}") : string.Empty;
}
