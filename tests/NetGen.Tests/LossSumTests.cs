using NetGen.Tests.Networks;

namespace NetGen.Tests;

/// <summary>The loss of a long batch is the mean of all its samples, also where their sum has more digits than a float.</summary>
public class LossSumTests
{
    private const int Count = 1001;

    // One loss of 2²⁵ and a thousand of 2, each less than half a unit in the last place of that sum.
    private const float Sum = 33_554_432 + 2000;

    [Fact]
    public void SmallLossesAfterALargeOneCount() => Check(new OneByOneNetwork());

    [Fact]
    public void SmallLossesAfterALargeOneCountInLoops() => Check(new ExactOneByOneNetwork());

    private static void Check(INetwork<float> network)
    {
        network.SetParameters(new float[network.ParameterCount]);
        var inputs = new float[Count];
        var targets = Enumerable.Repeat(2f, Count).ToArray();
        targets[0] = 8192;
        var gradients = new float[network.ParameterCount];
        var packed = new float[network.Layout.PackedLength];

        Assert.Equal(Sum / Count, network.ComputeLossBatch(inputs, targets));
        Assert.Equal(Sum / Count, network.ComputeGradientsBatch(inputs, targets, gradients));
        Assert.Equal(Sum / Count, network.ComputeInputGradientsBatch(inputs, targets, new float[Count]));
        Assert.Equal(Sum, network.AccumulateGradients(inputs, targets, 1, packed, network.CreateWorkspace()));
        Assert.Equal(Sum / Count, network.TrainBatch(inputs, targets, 0));
        Assert.Equal(Sum / Count, network.TrainSequence(inputs, targets, 0));
    }
}
