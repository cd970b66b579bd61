using System.Diagnostics;
using NetGen.Benchmarks.Measuring;
using NetGen.Benchmarks.Networks;
using NetGen.Benchmarks.Reports;

namespace NetGen.Benchmarks.Commands;

/// <summary>How an epoch of the trainer shortens with the threads that share its minibatches, after a check that all give the same bits.</summary>
internal static class ScalingCommand
{
    private const int BatchSize = 512;
    private const int Batches = 8;

    public static IReadOnlyList<string> OptionNames { get; } = ["rounds", "degrees"];

    public static int Run(Options options)
    {
        Console.WriteLine($"{Machine.Description}, of which this process may use {Environment.ProcessorCount}");
        Console.WriteLine();
        int[] degrees = [.. options.List("degrees", ["1", "2", "4", "8"]).Select(int.Parse).Where(degree => degree <= 2 * Environment.ProcessorCount)];
        Console.WriteLine($"| network, batches of {BatchSize} in shards of 32 | {string.Join(" | ", degrees.Select(degree => degree == 1 ? "1 thread, µs a batch" : $"{degree} threads | 1 ÷ {degree}"))} |");
        Console.WriteLine($"| --- | {string.Join(" | ", degrees.Select(degree => degree == 1 ? "---:" : "---: | ---:"))} |");
        foreach (Func<INetwork<float>> create in (Func<INetwork<float>>[])[() => new C(seed: 1), () => new D(seed: 1), () => new E(seed: 1), () => new Large(seed: 1)])
            Console.WriteLine(Row(create, degrees, options.Number("rounds", 9)));
        return 0;
    }

    private static string Row(Func<INetwork<float>> create, int[] degrees, int rounds)
    {
        var data = Data(create());
        float[][] results = new float[degrees.Length][];
        double[][] times = [.. degrees.Select(_ => new double[rounds])];
        for (int round = -1; round < rounds; round++)
        {
            for (int i = 0; i < degrees.Length; i++)
            {
                var network = create();

                // The first epochs start the threads and let the runtime compile.
                var (start, elapsed) = (0L, 0.0);
                var trainer = new Trainer<float>(new Adam<float>(network))
                {
                    BatchSize = BatchSize,
                    DegreeOfParallelism = degrees[i],
                    EpochEnded = epoch =>
                    {
                        if (epoch.Epoch == 2)
                            start = Stopwatch.GetTimestamp();
                        if (epoch.Epoch == 6)
                            elapsed = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
                    },
                };
                trainer.Fit(data, epochs: 6);
                results[i] = network.PackedParameters.ToArray();
                if (round >= 0)
                    times[i][round] = elapsed / (4 * Batches);
            }
        }

        if (results.Any(result => !result.AsSpan().SequenceEqual(results[0])))
            throw new InvalidOperationException("The number of threads shows in the result.");
        Timing[] timings = [.. degrees.Select((degree, i) => Timing.Of($"{degree}", times[i]))];
        return $"| {create().Layout.Architecture}, {create().ParameterCount:N0} parameters | "
            + string.Join(" | ", timings.Select((timing, i) => i == 0 ? Numbers.Nanoseconds(timing) : $"{Numbers.Nanoseconds(timing)} | {Numbers.Ratio(timings[0].Median / timing.Median)}")) + " |";
    }

    private static Dataset<float> Data(INetwork<float> network)
    {
        var random = new SeededRandom(1);
        int count = BatchSize * Batches;
        float[] Numbers(int length) => [.. Enumerable.Range(0, length).Select(_ => (float)random.NextGaussian())];
        return network is IClassifier<float>
            ? new(Numbers(count * network.InputSize), network.InputSize, [.. Enumerable.Range(0, count).Select(_ => random.NextInt32(network.OutputSize))])
            : new(Numbers(count * network.InputSize), network.InputSize, Numbers(count * network.OutputSize), network.OutputSize);
    }
}
