namespace NetGen.Tests;

/// <summary>A network without parameters is one: it computes, gives the gradient of its input, and trains to no effect.</summary>
public partial class ParameterlessTests
{
    [Network(3, Jacobian = true)]
    [Activation(Activation.Tanh)]
    [Skip("input")]
    private sealed partial class Bend
    {
    }

    [Network(40, Precision = Precision.Double, Unrolling = Unrolling.None, Loss = Loss.SoftmaxCrossEntropy)]
    [Activation(Activation.Tanh)]
    private sealed partial class Choice
    {
    }

    [Network(3, Training = false)]
    [Activation(Activation.Softmax)]
    private sealed partial class Predictor
    {
    }

    private static readonly float[] _input = [0.5f, -1, 2];

    private static float Value(float x) => MathF.Tanh(x) + x;

    private static float Slope(float x) => 2 - (MathF.Tanh(x) * MathF.Tanh(x));

    [Fact]
    public void ItInfers()
    {
        var output = new float[3];
        new Bend().Forward(_input, output);
        Assert.Equal(_input.Select(Value), output, Near);
        new Predictor().Forward([1, 1, 1], output);
        Assert.Equal([1 / 3f, 1 / 3f, 1 / 3f], output, Near);
        Assert.Equal(2, new Predictor().Classify(_input));
        Assert.Equal(0, Bend.ParameterCount);
        Assert.Equal(0, Bend.ParameterBytes);
        Assert.Equal(0, Bend.ForwardMultiplyAdds);
        Assert.Contains("tanh", new Bend().ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void ItGivesDerivativesByItsInput()
    {
        var network = new Bend();
        float[] target = [0, 1, 0], gradients = new float[3], jacobian = new float[9];
        var loss = network.ComputeInputGradients(_input, target, gradients);
        Assert.Equal(_input.Zip(target, (x, y) => (Value(x) - y) * Slope(x)), gradients, Near);
        Assert.Equal(_input.Zip(target, (x, y) => 0.5f * (Value(x) - y) * (Value(x) - y)).Sum(), loss, 1e-5f);
        network.ComputeJacobian(_input, new float[3], jacobian);
        Assert.Equal([Slope(_input[0]), 0, 0, 0, Slope(_input[1]), 0, 0, 0, Slope(_input[2])], jacobian, Near);
    }

    [Fact]
    public void TrainingChangesNothingAndGivesTheLoss()
    {
        var network = new Choice(seed: 3);
        var input = Enumerable.Range(0, 40).Select(index => Math.Sin(index)).ToArray();
        var loss = network.ComputeLoss(input, 7);
        Assert.Equal(loss, network.TrainStep(input, 7, 0.1), 1e-12);
        Assert.Equal(loss, network.ComputeGradients(input, 7, []), 1e-12);
        Assert.Equal(loss, network.ComputeLoss(input, 7));
        Assert.Equal(0, network.WeightDecayPenalty());

        var data = new Dataset<double>([.. input, .. input], Choice.InputSize, [7, 7]);
        var history = new Trainer<double>(new Adam<double>(network, learningRate: 0.1)).Fit(data, epochs: 2);
        Assert.All(history.Epochs, epoch => Assert.Equal(loss, epoch.TrainingLoss, 1e-12));
    }

    [Fact]
    public void ItIsSavedAndLoaded()
    {
        var network = new Bend(seed: 1);
        using var file = new MemoryStream();
        network.Save(file);
        file.Position = 0;
        new Bend(seed: 2).Load(file);
        new Bend().CopyTo(network);
        network.SetParameters([]);
        network.CopyParametersTo([]);
        Assert.Empty(network.Layout.Tensors);
        Assert.True(network.PackedParameters.IsEmpty);
    }

    private static bool Near(float some, float other) => MathF.Abs(some - other) < 1e-5f;
}
