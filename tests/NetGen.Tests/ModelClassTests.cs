using NetGen.Tests.Networks;

namespace NetGen.Tests;

/// <summary>What a class gains beside its methods: constants, constructors, views, copies and text.</summary>
public class ModelClassTests
{
    [Fact]
    public void ConstantsAreTheSizes()
    {
        Assert.Equal((20, 5, 447, 4), (WideNetwork.InputSize, WideNetwork.OutputSize, WideNetwork.ParameterCount, WideNetwork.BatchSize));
        Assert.Equal(32, TinyNetwork.BatchSize);
    }

    [Fact]
    public void TheInterfaceSaysWhatTheConstantsSay()
    {
        INetwork<float> network = new WideNetwork();
        Assert.Equal(
            (WideNetwork.InputSize, WideNetwork.OutputSize, WideNetwork.ParameterCount, WideNetwork.BatchSize),
            (network.InputSize, network.OutputSize, network.ParameterCount, network.BatchSize));
        Assert.Equal(network.Layout.PackedLength, network.PackedParameters.Length);
        Assert.Equal(network.Layout.ParameterCount, network.ParameterCount);
    }

    [Fact]
    public void TheCostCardCountsMultiplyAdds()
    {
        const long Weights1 = 20 * 17;
        const long Weights2 = 17 * 5;
        Assert.Equal(Weights1 + Weights2, WideNetwork.ForwardMultiplyAdds);
        Assert.Equal(Weights1 + (2 * Weights2), WideNetwork.BackwardMultiplyAdds);
    }

    [Fact]
    public void TheCostCardCountsBytes()
    {
        var network = new WideNetwork();
        Assert.Equal(WideNetwork.ParameterBytes, network.PackedParameters.Length * sizeof(float));
        Assert.Equal(WideNetwork.TrainingBytes, network.CreateWorkspace().Span.Length * sizeof(float));
    }

    [Fact]
    public void AClassWithItsOwnConstructorHasStorage()
    {
        var network = new RegressionNetwork("own");
        Assert.Contains(network.PackedParameters.ToArray(), value => value != 0);
    }

    [Fact]
    public void AClassWithItsOwnTextKeepsIt() => Assert.Equal("own", new RegressionNetwork("own").ToString());

    [Fact]
    public void ToStringSummarises() => Assert.Contains("Dense(17, Relu)", new WideNetwork().ToString());

    [Fact]
    public void TargetsOnlyMakeNoClassifier() => Assert.False(typeof(IClassifier<double>).IsAssignableFrom(typeof(RegressionNetwork)));

    [Fact]
    public void ViewsShowTheParametersByOutputAndInput()
    {
        var network = new WideNetwork();
        var parameters = new float[WideNetwork.ParameterCount];
        for (var k = 0; k < parameters.Length; k++)
            parameters[k] = k;
        network.SetParameters(parameters);

        Assert.Equal((17, 20), (network.Weights1.Rows, network.Weights1.Columns));
        Assert.Equal((3 * 20) + 19, network.Weights1[3, 19]);
        Assert.Equal((17 * 20) + 16, network.Bias1[16]);
        Assert.Equal((17 * 21) + (4 * 17) + 2, network.Weights2[4, 2]);
        Assert.Equal(447 - 1, network.Bias2[4]);
    }

    [Fact]
    public void ViewsWriteTheParameters()
    {
        var network = new WideNetwork();
        var weights = network.Weights2;
        weights[4, 16] = 1.5f;
        var bias = network.Bias1;
        bias[0] = -2.5f;

        var parameters = new float[WideNetwork.ParameterCount];
        network.CopyParametersTo(parameters);
        Assert.Equal(1.5f, parameters[(17 * 21) + (4 * 17) + 16]);
        Assert.Equal(-2.5f, parameters[17 * 20]);
    }

    [Fact]
    public void CopyToMakesTheOtherEqualAndLeavesItApart()
    {
        var network = new WideNetwork(seed: 1);
        var other = new WideNetwork(seed: 2);
        network.CopyTo(other);
        Assert.Equal(Parameters(network), Parameters(other));

        var bias = other.Bias1;
        bias[0] += 1;
        Assert.NotEqual(Parameters(network), Parameters(other));
    }

    [Fact]
    public void SetParametersAndCopyParametersToAreInverse()
    {
        var network = new WideNetwork(seed: 1);
        var parameters = Parameters(new WideNetwork(seed: 2));
        network.SetParameters(parameters);
        Assert.Equal(parameters, Parameters(network));
    }

    private static float[] Parameters(WideNetwork network)
    {
        var parameters = new float[WideNetwork.ParameterCount];
        network.CopyParametersTo(parameters);
        return parameters;
    }
}
