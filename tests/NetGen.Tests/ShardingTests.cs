using NetGen.Tests.Compiling;
using NetGen.Tests.Networks;
using NetGen.Tests.Oracle;

namespace NetGen.Tests;

/// <summary>A batch that is split among workers gives the gradients of the whole.</summary>
public class ShardingTests
{
    private const int Count = 9;
    private const int First = 5;

    private static readonly float[] Inputs = RandomModels.Numbers(new(1), Count * WideNetwork.InputSize).To<float>();
    private static readonly int[] Labels = RandomModels.Labels(new(2), Count, WideNetwork.OutputSize);
    private static readonly float[] Targets = Labels.OneHot(WideNetwork.OutputSize).To<float>();

    private readonly WideNetwork _network = new(seed: 4);

    [Fact]
    public void PartsOfABatchAddUpToItsGradientsAndLoss()
    {
        var expected = new float[WideNetwork.ParameterCount];
        var expectedLoss = _network.ComputeGradientsBatch(Inputs, Labels, expected);

        var packed = new float[_network.PackedParameters.Length];
        var split = First * WideNetwork.InputSize;
        var loss = _network.AccumulateGradients(
            Inputs.AsSpan(0, split), Labels.AsSpan(0, First), 1f / Count, packed, _network.CreateWorkspace());
        loss += _network.AccumulateGradients(
            Inputs.AsSpan(split), Targets.AsSpan(First * WideNetwork.OutputSize), 1f / Count, packed, _network.CreateWorkspace());
        _network.AddWeightDecay(1, packed);

        Assert.Equal(expectedLoss, loss / Count, 1e-5f);
        CheckGradients(expected, packed);
    }

    [Fact]
    public void AccumulateGradientsAddsToWhatIsThere()
    {
        var once = Accumulate(new float[_network.PackedParameters.Length]);
        var twice = Accumulate([.. once]);
        for (var k = 0; k < once.Length; k++)
            Assert.Equal(2 * once[k], twice[k], 1e-6f);
    }

    [Fact]
    public void AddWeightDecayAddsScaleTimesLambdaTimesTheWeights()
    {
        var packed = new float[_network.PackedParameters.Length];
        _network.AddWeightDecay(0.5f, packed);
        var gradients = new float[WideNetwork.ParameterCount];
        _network.Layout.Unpack<float>(packed, gradients);

        var parameters = new float[WideNetwork.ParameterCount];
        _network.CopyParametersTo(parameters);
        var next = 0;
        foreach (var tensor in _network.Layout.Tensors)
        {
            var lambda = tensor.Kind == ParameterKind.Weight ? 0.01f : 0;
            for (var k = 0; k < tensor.Count; k++, next++)
                Assert.Equal(0.5f * lambda * parameters[next], gradients[next], 1e-8f);
        }
    }

    private float[] Accumulate(float[] packed)
    {
        _network.AccumulateGradients(Inputs, Labels, 1f / Count, packed, _network.CreateWorkspace());
        return packed;
    }

    private void CheckGradients(float[] expected, float[] packed)
    {
        var gradients = new float[expected.Length];
        _network.Layout.Unpack<float>(packed, gradients);
        for (var k = 0; k < expected.Length; k++)
            Assert.Equal(expected[k], gradients[k], 1e-6f);
    }
}
