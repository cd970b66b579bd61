using System.Globalization;
using NetGen.Benchmarks.Compiling;
using NetGen.Benchmarks.Measuring;
using NetGen.Benchmarks.Networks;
using NetGen.Benchmarks.Reports;

namespace NetGen.Benchmarks.Commands;

/// <summary>What the same bits on every machine cost: times <see cref="Arithmetic.Fused"/> beside the other choices.</summary>
internal static class ArithmeticCommand
{
    public static IReadOnlyList<string> OptionNames { get; } = [.. SharedOptions.Names, "width"];

    public static int Run(Options options)
    {
        int width = options.Number("width", Machine.VectorWidth);
        if (width != Machine.VectorWidth)
            return WidthProcess.Run(width);

        Machine.Pin();
        Console.WriteLine(Machine.Description);
        Console.WriteLine();
        Console.WriteLine("| network | work | Fused ns (min) | Fast ÷ Fused | Exact ÷ Fused |");
        Console.WriteLine("| --- | --- | ---: | ---: | ---: |");
        var rounds = options.Rounds();
        foreach (var shape in options.Networks())
        {
            var workload = new Workload(shape);
            Arithmetic[] choices = [Arithmetic.Fused, Arithmetic.Fast, Arithmetic.Exact];
            CompiledNetwork<float>[] networks = [.. choices.Select(choice => new CompiledNetwork<float>($"{choice}", workload, arithmetic: choice))];
            foreach (var (work, timings) in Contest.Run(workload, networks, rounds))
            {
                double fused = timings[0].Median;
                Console.WriteLine($"| {shape} | {work.Text()} | {Numbers.Nanoseconds(timings[0])} | {Plain(timings[1].Median / fused)} | {Plain(timings[2].Median / fused)} |");
            }
        }

        return 0;

        static string Plain(double ratio) => ratio.ToString("F2", CultureInfo.InvariantCulture);
    }
}
