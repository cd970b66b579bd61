using NetGen;

namespace Samples;

/// <summary>Makes the two files that the frozen classes are compiled from: <c>dotnet run -- train</c>.</summary>
internal static class DigitTraining
{
    private const int Seed = 6;
    private const int PixelsKept = 32;

    /// <param name="train">The images, as they are.</param>
    /// <param name="folder">Where the files go.</param>
    public static void Run(Dataset<float> train, string folder)
    {
        var net = new Digits(Seed);
        FeatureScaling.FitStandard(train).StoreIn(net);
        Fit(net, train, epochs: 40, learningRate: 0.1);
        net.Save(Path.Combine(folder, "digits.safetensors"));

        // Two pixels at a time, with training in between, so that the others take over. The last ones stay away while it ends.
        for (var kept = Digits.InputSize - 2; kept >= PixelsKept; kept -= 2)
        {
            Prune(net, kept);
            Fit(net, train, epochs: 3, learningRate: 0.05);
        }

        Prune(net, PixelsKept);
        net.Save(Path.Combine(folder, "pruned.safetensors"));
    }

    private static void Fit(Digits net, Dataset<float> train, int epochs, double learningRate) =>
        new Trainer<float>(new Sgd<float>(net, learningRate)) { BatchSize = 32, Seed = Seed }.Fit(train, epochs);

    /// <summary>
    /// Sets all weights of the pixels that matter least to 0: those with the smallest sums of squares. Li, Kadav, Durdanovic, Samet
    /// and Graf, "Pruning Filters for Efficient ConvNets", 2017, do so with the filters of images.
    /// </summary>
    private static void Prune(Digits net, int kept)
    {
        var weights = net.Weights2;
        var least = Enumerable.Range(0, weights.Columns)
            .OrderBy(pixel => Enumerable.Range(0, weights.Rows).Sum(unit => Math.Pow(net.Weights2[unit, pixel], 2)))
            .Take(weights.Columns - kept);
        foreach (var pixel in least.ToList())
        {
            for (var unit = 0; unit < weights.Rows; unit++)
                weights[unit, pixel] = 0;
        }
    }
}
