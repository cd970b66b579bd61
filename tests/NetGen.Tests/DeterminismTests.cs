using System.Runtime.InteropServices;
using System.Security.Cryptography;
using NetGen.Tests.Compiling;
using NetGen.Tests.Networks;
using NetGen.Tests.Oracle;

namespace NetGen.Tests;

/// <summary>The same seed gives the same numbers: today, tomorrow, and on another machine.</summary>
public class DeterminismTests
{
    [Fact]
    public void SeedsGiveTheStoredParameters() => Assert.Equal(
        ("714B4F8E245C84D7", "74717FC8CCAC539B", "2E1D5AD712BA15FB"),
        (Checksum(new TinyNetwork(seed: 1)), Checksum(new WideNetwork(seed: 1)), Checksum(new RegressionNetwork("seed 5"))));

    [Fact]
    public void WithoutASeedItIsZero() => Assert.Equal(Checksum(new WideNetwork(seed: 0)), Checksum(new WideNetwork()));

    [Fact]
    public void AnotherSeedGivesOtherParameters() =>
        Assert.NotEqual(Checksum(new WideNetwork(seed: 1)), Checksum(new WideNetwork(seed: 2)));

    [Fact]
    public void InitializeStartsAgain()
    {
        var network = Trained();
        network.Initialize(seed: 1);
        Assert.Equal(Checksum(new WideNetwork(seed: 1)), Checksum(network));
    }

    [Fact]
    public void TrainingTwiceGivesTheSameBits() => Assert.Equal(Checksum(Trained()), Checksum(Trained()));

    private static WideNetwork Trained()
    {
        const int Count = 10;
        var network = new WideNetwork(seed: 1);
        var inputs = RandomModels.Numbers(new(1), Count * WideNetwork.InputSize).To<float>();
        var labels = RandomModels.Labels(new(2), Count, WideNetwork.OutputSize);
        for (var step = 0; step < 50; step++)
        {
            network.TrainBatch(inputs, labels, 0.1f);
            network.TrainStep(inputs.AsSpan(0, WideNetwork.InputSize), labels[0], 0.1f);
        }

        return network;
    }

    private static string Checksum<T>(INetwork<T> network)
        where T : unmanaged
    {
        var parameters = new T[network.ParameterCount];
        network.CopyParametersTo(parameters);
        return Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes<T>(parameters)))[..16];
    }
}
