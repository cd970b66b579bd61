using NetGen.Tests.Networks;

namespace NetGen.Tests;

#pragma warning disable CS0618 // These tests are of what is obsolete.

/// <summary>Sources that still give the number of samples compile, mean the same, and are told what to leave out.</summary>
public class CountedBatchTests
{
    private const float Rate = 0.1f;

    // TinyNetwork has 2 inputs and 2 outputs.
    private static readonly float[] Inputs = [0.5f, -1, 2, 0.25f, -0.75f, 1.5f];
    private static readonly float[] Targets = [1, 0, 0, 1, 0.5f, 0.5f];

    private readonly TinyNetwork _network = new(seed: 1);
    private readonly TinyNetwork _same = new(seed: 1);

    [Fact]
    public void OutputsAreTheSame()
    {
        var (expected, outputs) = (new float[6], new float[6]);
        _network.ForwardBatch(Inputs, expected);
        _same.ForwardBatch(Inputs, outputs, 3);
        Assert.Equal(expected, outputs);
    }

    [Fact]
    public void LossesAndGradientsAreTheSame()
    {
        var (expected, gradients) = (new float[TinyNetwork.ParameterCount], new float[TinyNetwork.ParameterCount]);
        var (expectedByInputs, byInputs) = (new float[6], new float[6]);
        Assert.Equal(_network.ComputeLossBatch(Inputs, Targets), _same.ComputeLossBatch(Inputs, Targets, 3));
        Assert.Equal(_network.ComputeGradientsBatch(Inputs, Targets, expected), _same.ComputeGradientsBatch(Inputs, Targets, 3, gradients));
        Assert.Equal(
            _network.ComputeInputGradientsBatch(Inputs, Targets, expectedByInputs),
            _same.ComputeInputGradientsBatch(Inputs, Targets, 3, byInputs));
        Assert.Equal(expected, gradients);
        Assert.Equal(expectedByInputs, byInputs);
        Assert.Equal(
            GradientCheck.Check(_network, Inputs, Targets).LargestRelativeError,
            GradientCheck.Check(_same, Inputs, Targets, 3).LargestRelativeError);
    }

    [Fact]
    public void StepsAreTheSame()
    {
        var (expected, packed) = (new float[_network.PackedParameters.Length], new float[_network.PackedParameters.Length]);
        Assert.Equal(_network.TrainBatch(Inputs, Targets, Rate), _same.TrainBatch(Inputs, Targets, 3, Rate));
        Assert.Equal(_network.TrainSequence(Inputs, Targets, Rate), _same.TrainSequence(Inputs, Targets, 3, Rate));
        Assert.Equal(
            _network.AccumulateGradients(Inputs, Targets, 1, expected, _network.CreateWorkspace()),
            _same.AccumulateGradients(Inputs, Targets, 3, 1, packed, _same.CreateWorkspace()));
        Assert.Equal(expected, packed);
        Assert.Equal(_network.PackedParameters.ToArray(), _same.PackedParameters.ToArray());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    public void ACountThatIsNotThatOfTheInputsIsRefused(int count) =>
        Assert.Equal("inputs", Assert.Throws<ArgumentException>(() => _network.TrainBatch(Inputs, Targets, count, Rate)).ParamName);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void ACountOfNoSamplesIsRefused(int count)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _network.ForwardBatch([], [], count));
        Assert.Throws<ArgumentOutOfRangeException>(() => GradientCheck.Check(_network, [], [], count));
    }
}
