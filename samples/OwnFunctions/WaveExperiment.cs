using System.Globalization;
using NetGen;

namespace Samples;

/// <summary>Trains on sin 2x + x/4 for x from −4 to 4, and measures the error there and from 4 to 7, where nothing was learnt.</summary>
internal static class WaveExperiment
{
    private const int Epochs = 1000;

    public static void Run(Checklist checklist)
    {
        Checklist.Title("A wave goes on: sin 2x + x/4, learnt from -4 to 4");
        var (inside, outside) = Train(new Waves(seed: 1));
        var (insideByTanh, outsideByTanh) = Train(new WavesByTanh(seed: 1));
        Console.WriteLine("                       learnt    from 4 to 7   (root of the mean squared error)");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  Snake, own function  {inside:F4}    {outside:F4}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  Tanh                 {insideByTanh:F4}    {outsideByTanh:F4}"));
        checklist.Check(inside < 0.05, "Snake learns the wave.");
        checklist.Check(outside < outsideByTanh / 2, "Beyond what was learnt, its error is less than half of Tanh's.");
    }

    private static (double Inside, double Outside) Train(INetwork<float> net)
    {
        var learnt = Samples(-4, 4, 256);
        new Trainer<float>(new Adam<float>(net, 0.005)) { BatchSize = 32, Seed = 1, Schedule = new CosineSchedule(Epochs) }.Fit(learnt, Epochs);
        return (Error(net, learnt), Error(net, Samples(4, 7, 100)));
    }

    private static Dataset<float> Samples(double from, double to, int count)
    {
        var x = Enumerable.Range(0, count).Select(sample => from + ((to - from) * sample / (count - 1))).ToArray();
        return new([.. x.Select(value => (float)value)], 1, [.. x.Select(value => (float)(Math.Sin(2 * value) + (value / 4)))], 1);
    }

    private static double Error(INetwork<float> net, Dataset<float> data) => Evaluate.Regression(net, data).Overall.RootMeanSquaredError;
}
