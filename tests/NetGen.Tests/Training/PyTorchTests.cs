using System.Globalization;
using NetGen.Tests.Networks;
using NetGen.Tests.Reference;
using static NetGen.Tests.Networks.NetworkParameters;

namespace NetGen.Tests.Training;

/// <summary>PyTorch, run beside: it reads a network that was saved here, trains it, and what it writes is what is reached here.</summary>
public sealed class PyTorchTests : IDisposable
{
    private const int Steps = 1000;
    private const int Samples = 40;
    private const double Rate = 0.003;

    private readonly string _folder = Directory.CreateTempSubdirectory("netgen-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [PyTorchFact]
    public void AThousandStepsOfAdamEndWithPyTorchsWeights()
    {
        var random = new SeededRandom(7);
        double[] inputs = [.. Enumerable.Range(0, Samples * DigitsNetwork.InputSize).Select(_ => random.NextGaussian())];
        int[] labels = [.. Enumerable.Range(0, Samples).Select(_ => random.NextInt32(DigitsNetwork.OutputSize))];
        File.WriteAllLines(InFolder("inputs"), inputs.Chunk(DigitsNetwork.InputSize).Select(row => string.Join(' ', row.Select(number => number.ToString("R", CultureInfo.InvariantCulture)))));
        File.WriteAllLines(InFolder("labels"), labels.Select(label => label.ToString(CultureInfo.InvariantCulture)));
        var network = new DigitsNetwork(seed: 3);
        network.Save(InFolder("start.safetensors"));

        PyTorchFactAttribute.Run(
            Path.Combine(AppContext.BaseDirectory, "Training", "adam.py"),
            InFolder("start.safetensors"),
            InFolder("inputs"),
            InFolder("labels"),
            $"{Steps}",
            Rate.ToString("R", CultureInfo.InvariantCulture),
            InFolder("end.safetensors"));
        var trainer = new Trainer<double>(new Adam<double>(network, Rate)) { BatchSize = Samples, ShardSize = Samples, Shuffle = false };
        trainer.Fit(new(inputs, DigitsNetwork.InputSize, labels), Steps);

        var reached = new DigitsNetwork();
        reached.Load(InFolder("end.safetensors"));
        var (expected, actual) = (Parameters(reached), Parameters(network));
        for (var index = 0; index < expected.Length; index++)
            new Tolerance(1e-8, 1e-8).Check($"parameter {index}", expected[index], actual[index]);
    }

    private string InFolder(string name) => Path.Combine(_folder, name);
}
