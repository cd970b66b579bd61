namespace NetGen;

/// <summary>The base rate throughout.</summary>
public sealed class ConstantSchedule : LearningRateSchedule
{
    /// <inheritdoc/>
    public override double Rate(double baseRate, int epoch, int batch, int batches) => baseRate;

    /// <inheritdoc/>
    public override string ToString() => nameof(ConstantSchedule);
}
