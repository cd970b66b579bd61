using NetGen.Tests.Networks;

namespace NetGen.Tests.Data;

/// <summary>A scaling inside the network: it takes raw samples, and its file brings the scaling along.</summary>
public class StoredScalingTests
{
    [Fact]
    public void TrainingOnRawSamplesIsTrainingOnScaledOnes()
    {
        var raw = CsvFile.Read<float>(Path.Combine(AppContext.BaseDirectory, "Reference", "data", "iris", "train.csv"), new() { Label = -1 }).Dataset;
        var scaling = FeatureScaling.FitStandard(raw);
        var network = new RawNetwork(seed: 1);
        scaling.StoreIn(network);
        var plain = new RawNetwork(seed: 1);

        new Trainer<float>(new Adam<float>(network, 0.01)) { Seed = 1 }.Fit(raw, 30);
        new Trainer<float>(new Adam<float>(plain, 0.01)) { Seed = 1 }.Fit(scaling.Apply(raw), 30);

        var (expected, actual) = (Outputs(plain, scaling.Apply(raw)), Outputs(network, raw));
        for (var index = 0; index < expected.Length; index++)
            Assert.Equal(expected[index], actual[index], 0.002f);
        Assert.InRange(Evaluate.Classification(network, raw).Accuracy, 0.95, 1);

        var stream = new MemoryStream();
        network.Save(stream);
        stream.Position = 0;
        var loaded = new RawNetwork(seed: 2);
        loaded.Load(stream);
        Assert.Equal(actual, Outputs(loaded, raw));
        Assert.Equal(scaling.Offsets.ToArray().Select(offset => (double)(float)offset), FeatureScaling.StoredIn(loaded).Offsets.ToArray());
        Assert.Equal(scaling.Scales.ToArray().Select(scale => (double)(float)scale), FeatureScaling.StoredIn(loaded).Scales.ToArray());
    }

    [Fact]
    public void UnsuitableNetworksAreRefused()
    {
        var scaling = new FeatureScaling([1, 2, 3], [1, 2, 3]);
        Assert.Contains("[Standardize]", Assert.Throws<ArgumentException>(() => scaling.StoreIn(new TinyNetwork())).Message, StringComparison.Ordinal);
        Assert.Contains("3 features", Assert.Throws<ArgumentException>(() => scaling.StoreIn(new RawNetwork())).Message, StringComparison.Ordinal);
        Assert.Contains("[Standardize]", Assert.Throws<ArgumentException>(() => FeatureScaling.StoredIn(new TinyNetwork())).Message, StringComparison.Ordinal);
    }

    private static float[] Outputs(RawNetwork network, Dataset<float> data)
    {
        var outputs = new float[data.Count * RawNetwork.OutputSize];
        network.ForwardBatch(data.Inputs, outputs);
        return outputs;
    }
}
