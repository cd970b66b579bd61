using System.Diagnostics;
using NetGen.Benchmarks.Measuring;
using NetGen.Benchmarks.Networks;
using NetGen.Benchmarks.Reports;

namespace NetGen.Benchmarks.Commands;

/// <summary>What a step of each optimiser costs, beside a plain loop of Adam's formulas.</summary>
internal static class OptimizersCommand
{
    private const int Steps = 20_000_000;

    public static IReadOnlyList<string> OptionNames { get; } = ["rounds"];

    public static int Run(Options options)
    {
        Machine.Pin();
        Console.WriteLine(Machine.Description);
        Console.WriteLine();
        int rounds = options.Number("rounds", 15);
        INetwork<float>[] networks = [new C(seed: 1), new E(seed: 1)];
        Console.WriteLine($"| step | {string.Join(" | ", networks.Select(network => $"{network.Layout.Name}, {network.ParameterCount:N0} parameters: ns | of a parameter"))} |");
        Console.WriteLine($"| --- | {string.Join(" | ", networks.Select(_ => "---: | ---:"))} |");
        Dictionary<string, Timing>[] columns = [.. networks.Select(network => Measure(network, rounds))];
        foreach (string name in columns[0].Keys)
        {
            var cells = columns.Zip(networks, (column, network) => $"{Numbers.Nanoseconds(column[name])} | {column[name].Median / network.ParameterCount:F3}");
            Console.WriteLine($"| {name} | {string.Join(" | ", cells)} |");
        }

        return 0;
    }

    private static Dictionary<string, Timing> Measure(INetwork<float> network, int rounds)
    {
        float[] gradients = new float[network.Layout.PackedLength];
        var random = new SeededRandom(1);
        for (int index = 0; index < gradients.Length; index++)
            gradients[index] = (float)random.NextGaussian() * 1e-3f;
        var naive = new NaiveAdam(network.PackedParameters.ToArray());
        Dictionary<string, Action> steps = new()
        {
            ["Sgd"] = Step(new Sgd<float>(network, 1e-4)),
            ["Sgd, momentum"] = Step(new Sgd<float>(network, 1e-4, 0.9)),
            ["Sgd, Nesterov"] = Step(new Sgd<float>(network, 1e-4, 0.9, nesterov: true)),
            ["RmsProp"] = Step(new RmsProp<float>(network, 1e-4)),
            ["AdaGrad"] = Step(new AdaGrad<float>(network, 1e-4)),
            ["Adam"] = Step(new Adam<float>(network, 1e-4)),
            ["AdamW"] = Step(new AdamW<float>(network, 1e-4)),
            ["norm of the gradients"] = () => Gradients.Norm<float>(network.Layout, gradients),
            ["plain loop of Adam"] = () => naive.Step(gradients, 1e-4f),
        };

        int times = Math.Max(1, Steps / gradients.Length / rounds);
        var timings = steps.Keys.ToDictionary(name => name, _ => new double[rounds]);
        for (int round = -3; round < rounds; round++)
        {
            foreach (var (name, step) in steps)
            {
                long start = Stopwatch.GetTimestamp();
                for (int time = 0; time < times; time++)
                    step();
                if (round >= 0)
                    timings[name][round] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / times;
            }
        }

        return timings.ToDictionary(entry => entry.Key, entry => Timing.Of(entry.Key, entry.Value));

        Action Step(Optimizer<float> optimizer) => () => optimizer.Step(gradients, addWeightDecay: false);
    }

    /// <summary>Kingma and Ba's algorithm 1, one parameter after the other.</summary>
    private sealed class NaiveAdam(float[] parameters)
    {
        private readonly float[] _mean = new float[parameters.Length];
        private readonly float[] _square = new float[parameters.Length];
        private int _count;

        public void Step(float[] gradients, float learningRate)
        {
            _count++;
            float correction1 = 1 - MathF.Pow(0.9f, _count);
            float correction2 = 1 - MathF.Pow(0.999f, _count);
            for (int index = 0; index < parameters.Length; index++)
            {
                float gradient = gradients[index];
                _mean[index] = (0.9f * _mean[index]) + (0.1f * gradient);
                _square[index] = (0.999f * _square[index]) + (0.001f * gradient * gradient);
                parameters[index] -= learningRate * (_mean[index] / correction1) / (MathF.Sqrt(_square[index] / correction2) + 1e-8f);
            }
        }
    }
}
