using System.Numerics;

namespace NetGen.Tests.Compiling;

/// <summary>The overloads that take one target for each output.</summary>
internal sealed class TrainingWithTargets<T>(object network, T[] inputs, T[] targets, int count, int parameterCount)
    : BatchTraining
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override int Count => count;

    public override double ComputeLossBatch() =>
        double.CreateChecked(network.Bind<LossOf<T, ReadOnlySpan<T>>>("ComputeLossBatch")(inputs, targets));

    public override (double Loss, double[] Gradients) ComputeGradientsBatch() => Batch("ComputeGradientsBatch", parameterCount);

    public override (double Loss, double[] Gradients) ComputeInputGradientsBatch() =>
        Batch("ComputeInputGradientsBatch", inputs.Length);

    public override double TrainBatch(double learningRate) => double.CreateChecked(
        network.Bind<StepOf<T, ReadOnlySpan<T>>>("TrainBatch")(inputs, targets, T.CreateTruncating(learningRate)));

    public override double TrainSequence(double learningRate) => double.CreateChecked(
        network.Bind<StepOf<T, ReadOnlySpan<T>>>("TrainSequence")(inputs, targets, T.CreateTruncating(learningRate)));

    public override double ComputeLoss(int sample) => double.CreateChecked(
        network.Bind<LossOf<T, ReadOnlySpan<T>>>("ComputeLoss")(Row(inputs, sample), Row(targets, sample)));

    public override (double Loss, double[] Gradients) ComputeGradients(int sample) =>
        Single("ComputeGradients", sample, parameterCount);

    public override (double Loss, double[] Gradients) ComputeInputGradients(int sample) =>
        Single("ComputeInputGradients", sample, inputs.Length / count);

    public override double TrainStep(int sample, double learningRate) => double.CreateChecked(
        network.Bind<StepOf<T, ReadOnlySpan<T>>>("TrainStep")(
            Row(inputs, sample), Row(targets, sample), T.CreateTruncating(learningRate)));

    private (double Loss, double[] Gradients) Batch(string method, int length)
    {
        var gradients = Dirty.Array<T>(length);
        var loss = network.Bind<GradientOf<T, ReadOnlySpan<T>>>(method)(inputs, targets, gradients);
        return (double.CreateChecked(loss), gradients.ToDouble());
    }

    private (double Loss, double[] Gradients) Single(string method, int sample, int length)
    {
        var gradients = Dirty.Array<T>(length);
        var loss = network.Bind<GradientOf<T, ReadOnlySpan<T>>>(method)(Row(inputs, sample), Row(targets, sample), gradients);
        return (double.CreateChecked(loss), gradients.ToDouble());
    }

    private ReadOnlySpan<T> Row(T[] matrix, int row) => matrix.AsSpan(row * (matrix.Length / count), matrix.Length / count);
}
