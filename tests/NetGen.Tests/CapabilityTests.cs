using NetGen.Tests.Networks;

namespace NetGen.Tests;

/// <summary>What a network does beyond its interface can be asked, and used, without a cast.</summary>
public class CapabilityTests
{
    [Fact]
    public void AJacobianIsReachedFromAModel()
    {
        var network = new TinyJacobianNetwork();
        IModel<float> model = network;
        Assert.True(model.HasJacobian());
        var input = new float[model.InputSize];
        var (output, jacobian) = (new float[model.OutputSize], new float[model.OutputSize * model.InputSize]);
        var (expectedOutput, expected) = (new float[output.Length], new float[jacobian.Length]);
        model.AsDifferentiable().ComputeJacobian(input, output, jacobian);
        network.ComputeJacobian(input, expectedOutput, expected);
        Assert.Equal(expectedOutput, output);
        Assert.Equal(expected, jacobian);
    }

    [Fact]
    public void WithoutAJacobianTheErrorSaysWhatToWrite()
    {
        IModel<float> model = new TinyNetwork();
        Assert.False(model.HasJacobian());
        var message = Assert.Throws<NotSupportedException>(() => model.AsDifferentiable()).Message;
        Assert.Contains("TinyNetwork", message);
        Assert.Contains("Jacobian = true", message);
    }

    [Fact]
    public void LabelsAreReachedFromANetwork()
    {
        INetwork<float> network = new TinyNetwork(seed: 1);
        Assert.True(network.TakesLabels());
        Assert.Equal(new TinyNetwork(seed: 1).ComputeLoss([1, 2], 1), network.AsClassifier().ComputeLoss([1, 2], 1));
    }

    [Fact]
    public void WithoutLabelsTheErrorSaysWhatToPass()
    {
        INetwork<float> network = new FrozenNetwork();
        Assert.False(network.TakesLabels());
        var message = Assert.Throws<NotSupportedException>(() => network.AsClassifier()).Message;
        Assert.Contains("FrozenNetwork takes target values", message);
        Assert.Contains("Loss.SoftmaxCrossEntropy", message);
    }
}
