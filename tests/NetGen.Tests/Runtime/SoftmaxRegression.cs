using System.Numerics;

namespace NetGen.Tests.Runtime;

/// <summary>
/// A network written by hand: 3 inputs, 2 classes, softmax cross entropy, λ = 0.1. Its weight is stored transposed and
/// padded to columns of 4, as a generated network may do.
/// </summary>
internal sealed class SoftmaxRegression<T> : IClassifier<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int Inputs = 3;
    private const int Outputs = 2;

    private static readonly T _weightDecay = T.CreateChecked(0.1);
    private static readonly ParameterTensor _weight =
        new("0.weight", ParameterKind.Weight, Outputs, Inputs, packedOffset: 0, rowStride: 1, columnStride: 4, "Identity", 0);
    private static readonly ParameterTensor _bias =
        new("0.bias", ParameterKind.Bias, Outputs, 1, packedOffset: 12, rowStride: 1, columnStride: 1, "Identity", 0);

    private readonly AlignedArray<T> _parameters = new(16);

    public SoftmaxRegression(int seed = 0) => Initialize(seed);

    /// <summary>Another description of the same parameters.</summary>
    public ParameterLayout Layout { get; init; } = LayoutOf(_weight);

    /// <summary>The layout of a network whose weight does not train.</summary>
    public static ParameterLayout Frozen => LayoutOf(
        new("0.weight", ParameterKind.Weight, Outputs, Inputs, 0, 1, 4, "Identity", 0, isTrainable: false));

    /// <summary>Canonical index of a parameter whose gradient comes out wrong; −1 for none.</summary>
    public int CorruptedGradient { get; init; } = -1;

    /// <summary>The wrong gradient, made from the right one.</summary>
    public Func<T, T> Corrupt { get; init; } = gradient => gradient * T.CreateChecked(1.5);

    /// <summary>Whether reading the parameters fails.</summary>
    public bool FailsToSave { get; init; }

    public int InputSize => Inputs;

    public int OutputSize => Outputs;

    public int ParameterCount => Layout.ParameterCount;

    public int BatchSize => 1;

    public Span<T> PackedParameters => _parameters.Span;

    public MatrixView<T> Weights => new(_parameters, _weight);

    public VectorView<T> Bias => new(_parameters, _bias);

    public T[] Parameters
    {
        get
        {
            var parameters = new T[ParameterCount];
            Layout.Unpack<T>(PackedParameters, parameters);
            return parameters;
        }
    }

    public void Initialize(int seed) => Layout.Initialize(PackedParameters, seed);

    public void ForwardLogits(ReadOnlySpan<T> input, Span<T> logits)
    {
        for (var o = 0; o < Outputs; o++)
        {
            logits[o] = Bias[o];
            for (var i = 0; i < Inputs; i++)
                logits[o] += Weights[o, i] * input[i];
        }
    }

    public void Forward(ReadOnlySpan<T> input, Span<T> output)
    {
        ForwardLogits(input, output);
        var total = T.Zero;
        foreach (var z in output)
            total += T.Exp(z);
        for (var o = 0; o < Outputs; o++)
            output[o] = T.Exp(output[o]) / total;
    }

    public int Classify(ReadOnlySpan<T> input)
    {
        Span<T> output = new T[Outputs];
        Forward(input, output);
        return output[1] > output[0] ? 1 : 0;
    }

    public void ForwardBatch(ReadOnlySpan<T> inputs, Span<T> outputs)
    {
        for (var s = 0; s < outputs.Length / Outputs; s++)
            Forward(inputs.Slice(s * Inputs, Inputs), outputs.Slice(s * Outputs, Outputs));
    }

    public T ComputeLoss(ReadOnlySpan<T> input, ReadOnlySpan<T> target) => ComputeLossBatch(input, target);

    public T ComputeGradients(ReadOnlySpan<T> input, ReadOnlySpan<T> target, Span<T> gradients) =>
        ComputeGradientsBatch(input, target, gradients);

    public T ComputeInputGradients(ReadOnlySpan<T> input, ReadOnlySpan<T> target, Span<T> inputGradients) =>
        ComputeInputGradientsBatch(input, target, inputGradients);

    public T TrainStep(ReadOnlySpan<T> input, ReadOnlySpan<T> target, T learningRate) => throw new NotSupportedException();

    public T ComputeLossBatch(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets) =>
        Backward(inputs, targets, new T[Layout.PackedLength], new T[inputs.Length]) / Count(inputs);

    public T ComputeGradientsBatch(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, Span<T> gradients)
    {
        var packed = new T[Layout.PackedLength];
        var loss = AccumulateGradients(inputs, targets, T.One / Count(inputs), packed, CreateWorkspace());
        AddWeightDecay(T.One, packed);
        Layout.Unpack<T>(packed, gradients);
        if (CorruptedGradient >= 0)
            gradients[CorruptedGradient] = Corrupt(gradients[CorruptedGradient]);
        return loss / Count(inputs);
    }

    public T ComputeInputGradientsBatch(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, Span<T> inputGradients)
    {
        inputGradients.Clear();
        var loss = Backward(inputs, targets, new T[Layout.PackedLength], inputGradients);
        for (var i = 0; i < inputGradients.Length; i++)
            inputGradients[i] /= Count(inputs);
        return loss / Count(inputs);
    }

    public T TrainBatch(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, T learningRate) =>
        throw new NotSupportedException();

    public T TrainSequence(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, T learningRate) =>
        throw new NotSupportedException();

    public T WeightDecayPenalty()
    {
        var squares = T.Zero;
        for (var o = 0; o < Outputs; o++)
        {
            for (var i = 0; i < Inputs; i++)
                squares += Weights[o, i] * Weights[o, i];
        }

        return _weightDecay / T.CreateChecked(2) * squares;
    }

    public Workspace<T> CreateWorkspace() => new(0);

    public T AccumulateGradients(
        ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, T scale, Span<T> packedGradients, Workspace<T> workspace)
    {
        var packed = new T[Layout.PackedLength];
        var loss = Backward(inputs, targets, packed, new T[inputs.Length]);
        for (var i = 0; i < packed.Length; i++)
            packedGradients[i] += scale * packed[i];
        return loss;
    }

    public void AddWeightDecay(T scale, Span<T> packedGradients)
    {
        for (var o = 0; o < Outputs; o++)
        {
            for (var i = 0; i < Inputs; i++)
                packedGradients[_weight.PackedIndex(o, i)] += scale * _weightDecay * Weights[o, i];
        }
    }

    public void CopyParametersTo(Span<T> parameters)
    {
        if (FailsToSave)
            throw new InvalidOperationException("The network fails.");
        Layout.Unpack(PackedParameters, parameters);
    }

    public void SetParameters(ReadOnlySpan<T> parameters) => Layout.Pack(parameters, PackedParameters);

    public T ComputeLoss(ReadOnlySpan<T> input, int label) => ComputeLossBatch(input, [label]);

    public T ComputeGradients(ReadOnlySpan<T> input, int label, Span<T> gradients) => ComputeGradientsBatch(input, [label], gradients);

    public T ComputeInputGradients(ReadOnlySpan<T> input, int label, Span<T> inputGradients) =>
        ComputeInputGradientsBatch(input, [label], inputGradients);

    public T TrainStep(ReadOnlySpan<T> input, int label, T learningRate) => throw new NotSupportedException();

    public T ComputeLossBatch(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels) =>
        ComputeLossBatch(inputs, OneHot(labels));

    public T ComputeGradientsBatch(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, Span<T> gradients) =>
        ComputeGradientsBatch(inputs, OneHot(labels), gradients);

    public T ComputeInputGradientsBatch(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, Span<T> inputGradients) =>
        ComputeInputGradientsBatch(inputs, OneHot(labels), inputGradients);

    public T TrainBatch(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, T learningRate) =>
        throw new NotSupportedException();

    public T TrainSequence(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, T learningRate) =>
        throw new NotSupportedException();

    public T AccumulateGradients(
        ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, T scale, Span<T> packedGradients, Workspace<T> workspace) =>
        AccumulateGradients(inputs, OneHot(labels), scale, packedGradients, workspace);

    /// <summary>
    /// Adds the gradients of the samples' losses, in packed order and for the inputs; gives the sum of the losses.
    /// </summary>
    private T Backward(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, Span<T> packed, Span<T> inputGradients)
    {
        var count = Guard.Batch(inputs.Length, Inputs, nameof(inputs));
        Guard.Samples(targets.Length, count, Outputs, nameof(targets));
        var loss = T.Zero;
        var p = new T[Outputs];
        for (var s = 0; s < count; s++)
        {
            Forward(inputs.Slice(s * Inputs, Inputs), p);
            for (var o = 0; o < Outputs; o++)
            {
                var delta = p[o] - targets[(s * Outputs) + o];
                loss -= targets[(s * Outputs) + o] * T.Log(p[o]);
                packed[_bias.PackedIndex(o)] += delta;
                for (var i = 0; i < Inputs; i++)
                {
                    packed[_weight.PackedIndex(o, i)] += delta * inputs[(s * Inputs) + i];
                    inputGradients[(s * Inputs) + i] += delta * Weights[o, i];
                }
            }
        }

        return loss;
    }

    private static T Count(ReadOnlySpan<T> inputs) => T.CreateChecked(inputs.Length / Inputs);

    private static T[] OneHot(ReadOnlySpan<int> labels)
    {
        Guard.Labels(labels, Outputs, nameof(labels));
        var targets = new T[labels.Length * Outputs];
        for (var s = 0; s < labels.Length; s++)
            targets[(s * Outputs) + labels[s]] = T.One;
        return targets;
    }

    private static ParameterLayout LayoutOf(ParameterTensor weight) => new(
        "Regression", "3 -> Dense(2) : SoftmaxCrossEntropy", "Regression: 3 inputs, 2 classes", 16, weight, _bias);
}
