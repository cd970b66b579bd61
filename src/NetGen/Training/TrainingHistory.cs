namespace NetGen;

/// <summary>The epochs of a training, those before a checkpoint that it was resumed from included.</summary>
public sealed class TrainingHistory
{
    internal TrainingHistory(IReadOnlyList<EpochResult> epochs, int bestEpoch, bool stoppedEarly)
    {
        Epochs = epochs;
        BestEpoch = bestEpoch;
        StoppedEarly = stoppedEarly;
    }

    /// <summary>What each epoch ended with, in order.</summary>
    public IReadOnlyList<EpochResult> Epochs { get; }

    /// <summary>The epoch, from 1 on, whose parameters the network has: the best one with early stopping that restores, else the last.</summary>
    public int BestEpoch { get; }

    /// <summary>Whether early stopping ended it.</summary>
    public bool StoppedEarly { get; }

    /// <summary>The last epoch.</summary>
    public EpochResult Last => Epochs[Epochs.Count - 1];
}
