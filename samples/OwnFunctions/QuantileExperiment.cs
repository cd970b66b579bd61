using System.Globalization;
using NetGen;

namespace Samples;

/// <summary>Predicts a bound on real data, and counts how many of the test rows it holds for.</summary>
internal static class QuantileExperiment
{
    public static void Run(Checklist checklist)
    {
        Checklist.Title("A bound instead of a mean: diabetes, the 90 % quantile");
        var train = Read("train.csv");
        var test = Read("test.csv");
        var targets = FeatureScaling.FitStandard(train.Targets, train.TargetSize);

        var net = new UpperQuantile(seed: 1);
        FeatureScaling.FitStandard(train).StoreIn(net);
        new Trainer<float>(new Adam<float>(net, 0.005)) { BatchSize = 32, Seed = 1 }.Fit(targets.ApplyToTargets(train), epochs: 100);

        var held = Coverage(net, targets.ApplyToTargets(test));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  {100 * held:F1} % of {test.Count} patients that it has not seen are below the predicted bound"));
        checklist.Check(held is >= 0.8 and <= 0.97, "That is near 90 %.");
    }

    private static Dataset<float> Read(string file) => CsvFile.Read<float>(
        Path.Combine(AppContext.BaseDirectory, "data", "diabetes", file), new CsvOptions { Targets = ["target"] }).Dataset;

    private static double Coverage(UpperQuantile net, Dataset<float> data)
    {
        Span<float> bound = stackalloc float[UpperQuantile.OutputSize];
        var below = 0;
        for (var sample = 0; sample < data.Count; sample++)
        {
            net.Forward(data.Input(sample), bound);
            below += data.Target(sample)[0] <= bound[0] ? 1 : 0;
        }

        return (double)below / data.Count;
    }
}
