namespace NetGen;

/// <summary>How the learning rate changes during a training.</summary>
/// <remarks>
/// A rate follows from the base rate, which the optimiser has at the start, and from the place in the training, so that a
/// training that is resumed goes on as if it had not stopped.
/// </remarks>
public abstract class LearningRateSchedule
{
    private protected LearningRateSchedule()
    {
    }

    /// <summary>The learning rate of a step.</summary>
    /// <param name="baseRate">The optimiser's rate at the start.</param>
    /// <param name="epoch">Epochs that are over.</param>
    /// <param name="batch">Batches of this epoch, each of them a step, that are over; below <paramref name="batches"/>.</param>
    /// <param name="batches">Batches of an epoch; at least 1.</param>
    public abstract double Rate(double baseRate, int epoch, int batch, int batches);

    /// <summary>The schedule and its numbers, by which a checkpoint knows it again.</summary>
    public abstract override string ToString();

    /// <summary>Takes note of the loss that an epoch ended with.</summary>
    /// <param name="epoch">Epochs that were over before it.</param>
    /// <param name="loss">Of the validation data, or of the training data without those.</param>
    internal virtual void EndEpoch(int epoch, double loss)
    {
    }

    /// <summary>What was learned from the epochs so far, for a checkpoint.</summary>
    internal virtual double[] SaveState() => [];

    /// <summary>Goes on from what <see cref="SaveState"/> gave; from the start with nothing.</summary>
    /// <returns>Whether it can have been this schedule's.</returns>
    internal virtual bool TryRestoreState(double[] state) => state.Length == 0;
}
