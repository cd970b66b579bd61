using NetGen.Tests.Networks;

namespace NetGen.Tests.Data;

/// <summary>A data set gives what its inputs give with its labels or its targets, to the bit, and a clear error where it does not fit.</summary>
public class DatasetBatchTests
{
    private const int Count = 5;
    private const float Rate = 0.1f;

    // TinyNetwork has 2 inputs and 2 outputs.
    private static readonly float[] Inputs = [0.5f, -1, 2, 0.25f, -0.75f, 1.5f, 0, 1, 1, 0];
    private static readonly int[] Labels = [0, 1, 1, 0, 1];
    private static readonly Dataset<float> WithLabels = new(Inputs, 2, Labels);
    private static readonly Dataset<float> WithTargets = WithLabels.OneHot(2);

    [Fact]
    public void OutputsNeedNoTargets()
    {
        var (network, expected) = (new TinyNetwork(seed: 1), new float[2 * Count]);
        network.ForwardBatch(Inputs, expected);
        foreach (var data in new[] { WithLabels, WithTargets })
        {
            var outputs = new float[2 * Count];
            network.ForwardBatch(data, outputs);
            Assert.Equal(expected, outputs);
        }
    }

    [Fact]
    public void LabelsAreTaken()
    {
        var (network, same) = (new TinyNetwork(seed: 1), new TinyNetwork(seed: 1));
        Check(
            network,
            same,
            WithLabels,
            network.ComputeLossBatch(Inputs, Labels),
            gradients => network.ComputeGradientsBatch(Inputs, Labels, gradients),
            gradients => network.ComputeInputGradientsBatch(Inputs, Labels, gradients),
            packed => network.AccumulateGradients(Inputs, Labels, 0.5f, packed, network.CreateWorkspace()),
            () => network.TrainBatch(Inputs, Labels, Rate) + network.TrainSequence(Inputs, Labels, Rate));
        Assert.InRange(GradientCheck.Check(same, WithLabels).LargestRelativeError, 0, 1e-2);
    }

    [Fact]
    public void TargetsAreTaken()
    {
        var (network, same) = (new TinyNetwork(seed: 1), new TinyNetwork(seed: 1));
        var targets = WithTargets.Targets.ToArray();
        Check(
            network,
            same,
            WithTargets,
            network.ComputeLossBatch(Inputs, targets),
            gradients => network.ComputeGradientsBatch(Inputs, targets, gradients),
            gradients => network.ComputeInputGradientsBatch(Inputs, targets, gradients),
            packed => network.AccumulateGradients(Inputs, targets, 0.5f, packed, network.CreateWorkspace()),
            () => network.TrainBatch(Inputs, targets, Rate) + network.TrainSequence(Inputs, targets, Rate));
        Assert.InRange(GradientCheck.Check(same, WithTargets).LargestRelativeError, 0, 1e-2);
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        var network = new TinyNetwork();
        Refused(() => network.ComputeLossBatch(new Dataset<float>([], 2, Array.Empty<int>())), "There are no samples");
        Refused(() => network.TrainBatch(new Dataset<float>([1, 2, 3], 3, [0]), Rate), "takes 2 inputs, but the samples have 3");
        Refused(() => network.TrainSequence(new Dataset<float>([1, 2], 2, [1], 1), Rate), "has 2 outputs, but the samples have 1");
        Refused(() => network.ForwardBatch(new Dataset<float>([1, 2, 3], 3, [0]), new float[2]), "takes 2 inputs, but the samples have 3");
        Refused(() => new FrozenNetwork().ComputeLossBatch(new Dataset<float>(new float[6], 6, [0])), "takes target values");
        Assert.Throws<ArgumentOutOfRangeException>("data", () => network.ComputeLossBatch(new Dataset<float>([1, 2], 2, [2])));
        Assert.Throws<ArgumentException>("outputs", () => network.ForwardBatch(WithLabels, new float[1]));
        Assert.Throws<ArgumentNullException>("data", () => network.ComputeLossBatch(null!));
        Assert.Throws<ArgumentNullException>("network", () => ((TinyNetwork)null!).ComputeLossBatch(WithLabels));
        Assert.Throws<ArgumentNullException>("model", () => ((TinyNetwork)null!).ForwardBatch(WithLabels, []));

        static void Refused(Action call, string message) => Assert.Contains(message, Assert.Throws<ArgumentException>("data", call).Message);
    }

    private static void Check(
        TinyNetwork network,
        TinyNetwork same,
        Dataset<float> data,
        float loss,
        Func<float[], float> computeGradients,
        Func<float[], float> computeInputGradients,
        Func<float[], float> accumulate,
        Func<float> train)
    {
        Assert.Equal(loss, same.ComputeLossBatch(data));
        Same(computeGradients, gradients => same.ComputeGradientsBatch(data, gradients), TinyNetwork.ParameterCount);
        Same(computeInputGradients, gradients => same.ComputeInputGradientsBatch(data, gradients), Inputs.Length);
        Same(accumulate, packed => same.AccumulateGradients(data, 0.5f, packed, same.CreateWorkspace()), network.Layout.PackedLength);
        Assert.Equal(train(), same.TrainBatch(data, Rate) + same.TrainSequence(data, Rate));
        Assert.Equal(network.PackedParameters.ToArray(), same.PackedParameters.ToArray());

        static void Same(Func<float[], float> expected, Func<float[], float> actual, int length)
        {
            var (a, b) = (new float[length], new float[length]);
            Assert.Equal(expected(a), actual(b));
            Assert.Equal(a, b);
            Assert.Contains(a, value => value != 0);
        }
    }
}
