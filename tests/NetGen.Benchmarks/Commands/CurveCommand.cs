using NetGen.Benchmarks.Compiling;
using NetGen.Benchmarks.Measuring;
using NetGen.Benchmarks.Networks;
using NetGen.Benchmarks.Reports;

namespace NetGen.Benchmarks.Commands;

/// <summary>What a multiply-add costs in networks of one family, n-n-n of relu, from 10 of them to 10 million.</summary>
internal static class CurveCommand
{
    private const double Smallest = 10;
    private const double Largest = 10e6;

    public static IReadOnlyList<string> OptionNames { get; } = ["rounds", "milliseconds", "largest", "svg"];

    public static int Run(Options options)
    {
        Machine.Pin();
        Console.WriteLine(Machine.Description);
        Console.WriteLine();
        Console.WriteLine($"| network | multiply-adds | {string.Join(" | ", Works.All.Select(work => $"{work.Text()} ns | each"))} |");
        Console.WriteLine($"| --- | ---: | {string.Join(" | ", Works.All.Select(_ => "---: | ---:"))} |");
        var points = new List<CurvePoint>();
        foreach (var shape in Family(options.Number("largest", (int)Largest)))
        {
            var workload = new Workload(shape);
            using var network = new CompiledNetwork<float>("NetGen", workload);
            var times = Contest.Run(workload, [network], options.Rounds())
                .ToDictionary(result => result.Work, result => result.Timings[0].Median);
            var point = new CurvePoint(shape.MultiplyAdds, times);
            points.Add(point);
            var cells = Works.All.Select(work => $"{Numbers.Nanoseconds(times[work])} | {point.PerMultiplyAdd(work):F4}");
            Console.WriteLine($"| {string.Join('-', shape.Sizes)} | {shape.MultiplyAdds:N0} | {string.Join(" | ", cells)} |");
        }

        Console.WriteLine();
        Console.WriteLine("\"Each\" is nanoseconds for each sample and multiply-add of its forward pass, of which a step of training has three times as many.");
        if (options.Text("svg") is { } file)
            File.WriteAllText(file, CurveChart.Draw(points));
        return 0;
    }

    /// <summary>Two to the decade; the sizes fall as they may, so that most are no multiple of a vector.</summary>
    private static IEnumerable<NetworkShape> Family(double largest)
    {
        for (double step = 0; ; step++)
        {
            double multiplyAdds = Smallest * Math.Pow(10, step / 2);
            if (multiplyAdds > largest * 1.001)
                yield break;
            int size = (int)Math.Round(Math.Sqrt(multiplyAdds / 2));
            yield return new($"{size}", [size, size, size], Activation.Relu, Activation.Identity);
        }
    }
}
