namespace NetGen.Tests.Compiling;

/// <summary>A network's training methods on a given batch and on its single samples.</summary>
internal abstract class BatchTraining
{
    /// <summary>Samples in the batch.</summary>
    public abstract int Count { get; }

    public abstract double ComputeLossBatch();

    public abstract (double Loss, double[] Gradients) ComputeGradientsBatch();

    public abstract (double Loss, double[] Gradients) ComputeInputGradientsBatch();

    public abstract double TrainBatch(double learningRate);

    public abstract double TrainSequence(double learningRate);

    public abstract double ComputeLoss(int sample);

    public abstract (double Loss, double[] Gradients) ComputeGradients(int sample);

    public abstract (double Loss, double[] Gradients) ComputeInputGradients(int sample);

    public abstract double TrainStep(int sample, double learningRate);
}
