using NetGen.Tests.Compiling;
using NetGen.Tests.Networks;

namespace NetGen.Tests;

/// <summary>Generated networks are saved and loaded without losing a bit, and only as what they are.</summary>
public sealed class SerializationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("netgen-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "network.safetensors");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void ANetworkIsLoadedAsItWasSaved()
    {
        var saved = new WideNetwork(seed: 1);
        saved.Save(Path);
        var loaded = new WideNetwork(seed: 2);
        loaded.Load(Path);
        Assert.Equal(Parameters(saved), Parameters(loaded));
    }

    [Fact]
    public void ADoubleNetworkIsLoadedAsItWasSaved()
    {
        using var stream = new MemoryStream();
        var saved = new RegressionNetwork("saved");
        saved.Save(stream);
        stream.Position = 0;
        var loaded = new RegressionNetwork("loaded");
        loaded.Initialize(seed: 9);
        loaded.Load(stream);
        Assert.Equal(Parameters(saved), Parameters(loaded));
    }

    [Fact]
    public void TensorsHaveTheNamesOfSequential() => Assert.Equal(
        ["0.weight", "0.bias", "2.weight", "2.bias"], new WideNetwork().Layout.Tensors.Select(tensor => tensor.Name));

    [Fact]
    public void TheArchitectureSaysWhatTheNetworkComputes() => Assert.Equal(
        "20 -> Dense(17, Relu) -> Dense(5) : SoftmaxCrossEntropy", new WideNetwork().Layout.Architecture);

    [Fact]
    public void AFileOfAnotherArchitectureIsRefusedAndTheNetworkUnchanged()
    {
        new TinyNetwork().Save(Path);
        var network = new WideNetwork(seed: 1);
        Assert.Throws<WeightFileException>(() => network.Load(Path));
        Assert.Equal(Parameters(new WideNetwork(seed: 1)), Parameters(network));
    }

    [Fact]
    public void TheSameShapesWithAnotherActivationAreAnotherArchitecture()
    {
        using var stream = new MemoryStream();
        Chain("Tanh").Save(stream);
        stream.Position = 0;
        Assert.Throws<WeightFileException>(() => Chain("Sigmoid").Load(stream));
    }

    [Fact]
    public void UnrollingBatchSizeAndWeightDecayAreNoPartOfTheArchitecture()
    {
        var model = Models.Chain(20, [(17, "Relu", true), (5, "Identity", true)], "SoftmaxCrossEntropy")
            .With(Precision.Single, Unrolling.None);
        var other = (INetwork<float>)GeneratedNetwork.Create(model with { BatchSize = 7, WeightDecay = 0.5 }).Instance;
        var network = new WideNetwork(seed: 1);
        network.Save(Path);
        other.Load(Path);
        Assert.Equal(Parameters(network), Parameters(other));
    }

    private static INetwork<float> Chain(string activation) => (INetwork<float>)GeneratedNetwork
        .Create(Models.Chain(3, [(4, activation, true), (2, "Identity", true)], "Quadratic"))
        .Instance;

    private static T[] Parameters<T>(INetwork<T> network)
        where T : unmanaged
    {
        var parameters = new T[network.ParameterCount];
        network.CopyParametersTo(parameters);
        return parameters;
    }
}
