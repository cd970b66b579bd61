using System.Numerics;

namespace NetGen.Tests.Compiling;

/// <summary>The overloads that take one class label for each sample.</summary>
internal sealed class TrainingWithLabels<T>(object network, T[] inputs, int[] labels, int parameterCount) : BatchTraining
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int _inputSize = inputs.Length / labels.Length;

    public override int Count => labels.Length;

    public override double ComputeLossBatch() =>
        double.CreateChecked(network.Bind<LossOf<T, ReadOnlySpan<int>>>("ComputeLossBatch")(inputs, labels));

    public override (double Loss, double[] Gradients) ComputeGradientsBatch() => Batch("ComputeGradientsBatch", parameterCount);

    public override (double Loss, double[] Gradients) ComputeInputGradientsBatch() =>
        Batch("ComputeInputGradientsBatch", inputs.Length);

    public override double TrainBatch(double learningRate) => double.CreateChecked(
        network.Bind<StepOf<T, ReadOnlySpan<int>>>("TrainBatch")(inputs, labels, T.CreateTruncating(learningRate)));

    public override double TrainSequence(double learningRate) => double.CreateChecked(
        network.Bind<StepOf<T, ReadOnlySpan<int>>>("TrainSequence")(inputs, labels, T.CreateTruncating(learningRate)));

    public override double ComputeLoss(int sample) =>
        double.CreateChecked(network.Bind<LossOf<T, int>>("ComputeLoss")(Input(sample), labels[sample]));

    public override (double Loss, double[] Gradients) ComputeGradients(int sample) =>
        Single("ComputeGradients", sample, parameterCount);

    public override (double Loss, double[] Gradients) ComputeInputGradients(int sample) =>
        Single("ComputeInputGradients", sample, _inputSize);

    public override double TrainStep(int sample, double learningRate) => double.CreateChecked(
        network.Bind<StepOf<T, int>>("TrainStep")(Input(sample), labels[sample], T.CreateTruncating(learningRate)));

    private (double Loss, double[] Gradients) Batch(string method, int length)
    {
        var gradients = Dirty.Array<T>(length);
        var loss = network.Bind<GradientOf<T, ReadOnlySpan<int>>>(method)(inputs, labels, gradients);
        return (double.CreateChecked(loss), gradients.ToDouble());
    }

    private (double Loss, double[] Gradients) Single(string method, int sample, int length)
    {
        var gradients = Dirty.Array<T>(length);
        var loss = network.Bind<GradientOf<T, int>>(method)(Input(sample), labels[sample], gradients);
        return (double.CreateChecked(loss), gradients.ToDouble());
    }

    private ReadOnlySpan<T> Input(int sample) => inputs.AsSpan(sample * _inputSize, _inputSize);
}
