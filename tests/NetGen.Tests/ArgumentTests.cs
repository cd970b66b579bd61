using NetGen.Tests.Networks;

namespace NetGen.Tests;

/// <summary>Wrong arguments are refused with the length that was expected and the one given, before anything changes.</summary>
public class ArgumentTests
{
    private const float LearningRate = 0.1f;

    // TinyNetwork has 2 inputs, 2 outputs and 17 parameters.
    private static readonly WrongLength[] WrongLengths =
    [
        new("input", 2, 1, net => net.Forward(Values(1), Values(2))),
        new("output", 2, 3, net => net.Forward(Values(2), Values(3))),
        new("input", 2, 3, net => net.ForwardLogits(Values(3), Values(2))),
        new("logits", 2, 1, net => net.ForwardLogits(Values(2), Values(1))),
        new("inputs", 2, 5, net => net.ForwardBatch(Values(5), Values(6))),
        new("outputs", 6, 4, net => net.ForwardBatch(Values(6), Values(4))),

        new("input", 2, 1, net => net.ComputeLoss(Values(1), Values(2))),
        new("target", 2, 3, net => net.ComputeLoss(Values(2), Values(3))),
        new("input", 2, 0, net => net.ComputeLoss([], 0)),
        new("inputs", 2, 5, net => net.ComputeLossBatch(Values(5), Values(6))),
        new("targets", 6, 2, net => net.ComputeLossBatch(Values(6), Values(2))),
        new("inputs", 2, 5, net => net.ComputeLossBatch(Values(5), Labels(2))),
        new("labels", 2, 3, net => net.ComputeLossBatch(Values(4), Labels(3))),

        new("input", 2, 1, net => net.ComputeGradients(Values(1), Values(2), Values(17))),
        new("target", 2, 1, net => net.ComputeGradients(Values(2), Values(1), Values(17))),
        new("gradients", 17, 16, net => net.ComputeGradients(Values(2), Values(2), Values(16))),
        new("input", 2, 1, net => net.ComputeGradients(Values(1), 0, Values(17))),
        new("gradients", 17, 18, net => net.ComputeGradients(Values(2), 0, Values(18))),
        new("inputs", 2, 7, net => net.ComputeGradientsBatch(Values(7), Values(6), Values(17))),
        new("targets", 6, 7, net => net.ComputeGradientsBatch(Values(6), Values(7), Values(17))),
        new("gradients", 17, 0, net => net.ComputeGradientsBatch(Values(6), Values(6), [])),
        new("labels", 3, 2, net => net.ComputeGradientsBatch(Values(6), Labels(2), Values(17))),
        new("gradients", 17, 34, net => net.ComputeGradientsBatch(Values(4), Labels(2), Values(34))),

        new("input", 2, 1, net => net.ComputeInputGradients(Values(1), Values(2), Values(2))),
        new("target", 2, 1, net => net.ComputeInputGradients(Values(2), Values(1), Values(2))),
        new("inputGradients", 2, 3, net => net.ComputeInputGradients(Values(2), Values(2), Values(3))),
        new("input", 2, 3, net => net.ComputeInputGradients(Values(3), 1, Values(2))),
        new("inputGradients", 2, 1, net => net.ComputeInputGradients(Values(2), 1, Values(1))),
        new("inputs", 2, 1, net => net.ComputeInputGradientsBatch(Values(1), Values(6), Values(6))),
        new("targets", 6, 4, net => net.ComputeInputGradientsBatch(Values(6), Values(4), Values(6))),
        new("inputGradients", 6, 4, net => net.ComputeInputGradientsBatch(Values(6), Values(6), Values(4))),
        new("labels", 1, 2, net => net.ComputeInputGradientsBatch(Values(2), Labels(2), Values(4))),
        new("inputGradients", 4, 2, net => net.ComputeInputGradientsBatch(Values(4), Labels(2), Values(2))),

        new("input", 2, 3, net => net.TrainStep(Values(3), Values(2), LearningRate)),
        new("target", 2, 3, net => net.TrainStep(Values(2), Values(3), LearningRate)),
        new("input", 2, 3, net => net.TrainStep(Values(3), 0, LearningRate)),
        new("inputs", 2, 5, net => net.TrainBatch(Values(5), Values(6), LearningRate)),
        new("targets", 6, 5, net => net.TrainBatch(Values(6), Values(5), LearningRate)),
        new("inputs", 2, 3, net => net.TrainBatch(Values(3), Labels(2), LearningRate)),
        new("labels", 2, 0, net => net.TrainBatch(Values(4), Labels(0), LearningRate)),
        new("inputs", 2, 5, net => net.TrainSequence(Values(5), Values(6), LearningRate)),
        new("targets", 6, 5, net => net.TrainSequence(Values(6), Values(5), LearningRate)),
        new("inputs", 2, 3, net => net.TrainSequence(Values(3), Labels(2), LearningRate)),
        new("labels", 2, 1, net => net.TrainSequence(Values(4), Labels(1), LearningRate)),

        new("inputs", 2, 5, net => Accumulate(net, 5, 6, Packed(net))),
        new("targets", 6, 5, net => Accumulate(net, 6, 5, Packed(net))),
        new("packedGradients", Packed(new()), Packed(new()) + 1, net => Accumulate(net, 6, 6, Packed(net) + 1)),
        new("inputs", 2, 3, net => net.AccumulateGradients(Values(3), Labels(2), 1, Values(Packed(net)), net.CreateWorkspace())),
        new("labels", 2, 4, net => net.AccumulateGradients(Values(4), Labels(4), 1, Values(Packed(net)), net.CreateWorkspace())),
        new("packedGradients", Packed(new()), 1, net =>
            net.AccumulateGradients(Values(4), Labels(2), 1, Values(1), net.CreateWorkspace())),
        new("packedGradients", Packed(new()), 3, net => net.AddWeightDecay(1, Values(3))),

        new("parameters", 17, 16, net => net.SetParameters(Values(16))),
        new("parameters", 17, 18, net => net.CopyParametersTo(Values(18))),
    ];

    private static readonly Dictionary<string, Action<TinyNetwork>> WrongLabels = new()
    {
        ["ComputeLoss, too large"] = net => net.ComputeLoss(Values(2), 2),
        ["ComputeLoss, negative"] = net => net.ComputeLoss(Values(2), -1),
        ["ComputeGradients"] = net => net.ComputeGradients(Values(2), 2, Values(17)),
        ["ComputeInputGradients"] = net => net.ComputeInputGradients(Values(2), int.MaxValue, Values(2)),
        ["TrainStep"] = net => net.TrainStep(Values(2), int.MinValue, LearningRate),
        ["ComputeLossBatch"] = net => net.ComputeLossBatch(Values(4), [0, 2]),
        ["ComputeGradientsBatch"] = net => net.ComputeGradientsBatch(Values(4), [0, -1], Values(17)),
        ["ComputeInputGradientsBatch"] = net => net.ComputeInputGradientsBatch(Values(4), [0, 2], Values(4)),
        ["TrainBatch"] = net => net.TrainBatch(Values(4), [0, 2], LearningRate),
        ["TrainBatch, in a later block"] = net =>
            net.TrainBatch(Values(2 * 100), [.. Labels(99), 2], LearningRate),
        ["TrainSequence"] = net => net.TrainSequence(Values(4), [0, 2], LearningRate),
        ["AccumulateGradients"] = net =>
            net.AccumulateGradients(Values(4), [0, 2], 1, Values(Packed(net)), net.CreateWorkspace()),
    };

    private static readonly Dictionary<string, Action<TinyNetwork>> EmptyBatches = new()
    {
        ["ForwardBatch"] = net => net.ForwardBatch([], []),
        ["ComputeLossBatch, targets"] = net => net.ComputeLossBatch([], Values(0)),
        ["ComputeLossBatch, labels"] = net => net.ComputeLossBatch([], Labels(0)),
        ["ComputeGradientsBatch, targets"] = net => net.ComputeGradientsBatch([], Values(0), Values(17)),
        ["ComputeGradientsBatch, labels"] = net => net.ComputeGradientsBatch([], Labels(0), Values(17)),
        ["ComputeInputGradientsBatch, targets"] = net => net.ComputeInputGradientsBatch([], Values(0), []),
        ["ComputeInputGradientsBatch, labels"] = net => net.ComputeInputGradientsBatch([], Labels(0), []),
        ["TrainBatch, targets"] = net => net.TrainBatch([], Values(0), LearningRate),
        ["TrainBatch, labels"] = net => net.TrainBatch([], Labels(0), LearningRate),
        ["TrainSequence, targets"] = net => net.TrainSequence([], Values(0), LearningRate),
        ["TrainSequence, labels"] = net => net.TrainSequence([], Labels(0), LearningRate),
        ["AccumulateGradients, targets"] = net => Accumulate(net, 0, 0, Packed(net)),
        ["AccumulateGradients, labels"] = net => net.AccumulateGradients([], Labels(0), 1, Values(Packed(net)), net.CreateWorkspace()),
    };

    public static TheoryData<int> WrongLengthIndices { get; } = [.. Enumerable.Range(0, WrongLengths.Length)];

    public static TheoryData<string> WrongLabelNames { get; } = [.. WrongLabels.Keys];

    public static TheoryData<string> EmptyBatchNames { get; } = [.. EmptyBatches.Keys];

    [Theory]
    [MemberData(nameof(WrongLengthIndices))]
    public void AWrongLengthIsNamedBesideTheRightOne(int index)
    {
        var wrong = WrongLengths[index];
        var exception = Assert.Throws<ArgumentException>(() => CallUnchanged(wrong.Call));
        Assert.Equal(wrong.Parameter, exception.ParamName);
        Assert.Contains($"{wrong.Expected} ", exception.Message);
        Assert.Contains($"got {wrong.Given}.", exception.Message);
    }

    [Theory]
    [MemberData(nameof(WrongLabelNames))]
    public void ALabelOutOfRangeIsRefused(string name) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CallUnchanged(WrongLabels[name]));

    [Theory]
    [MemberData(nameof(EmptyBatchNames))]
    public void ABatchWithoutSamplesIsRefused(string name)
    {
        var exception = Assert.Throws<ArgumentException>(() => CallUnchanged(EmptyBatches[name]));
        Assert.Equal("inputs", exception.ParamName);
        Assert.Contains("at least one sample of 2 values", exception.Message);
    }

    [Fact]
    public void TheWorkspaceOfAnotherClassIsRefused() => Assert.Throws<ArgumentException>(() => CallUnchanged(net =>
        net.AccumulateGradients(Values(2), Labels(1), 1, Values(Packed(net)), new WideNetwork().CreateWorkspace())));

    [Fact]
    public void ARefusedCallLeavesItsResultsAlone()
    {
        float[] gradients = [.. Enumerable.Repeat(7f, TinyNetwork.ParameterCount)];
        Assert.Throws<ArgumentOutOfRangeException>(() => new TinyNetwork().ComputeGradientsBatch(Values(4), [0, 2], gradients));
        Assert.All(gradients, gradient => Assert.Equal(7f, gradient));
    }

    /// <summary>Makes the call on a fresh network and asserts that the parameters stay as they are.</summary>
    private static void CallUnchanged(Action<TinyNetwork> call)
    {
        var network = new TinyNetwork(seed: 1);
        float[] before = [.. network.PackedParameters];
        try
        {
            call(network);
        }
        finally
        {
            Assert.Equal(before, network.PackedParameters.ToArray());
        }
    }

    private static int Packed(TinyNetwork network) => network.PackedParameters.Length;

    private static float[] Values(int count) => new float[count];

    private static int[] Labels(int count) => new int[count];

    private static void Accumulate(TinyNetwork network, int inputs, int targets, int packed) => network.AccumulateGradients(
        Values(inputs), Values(targets), 1, Values(packed), network.CreateWorkspace());

    private sealed record WrongLength(string Parameter, int Expected, int Given, Action<TinyNetwork> Call);
}
