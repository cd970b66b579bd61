using NetGen.Benchmarks.Compiling;
using NetGen.Benchmarks.Measuring;
using NetGen.Benchmarks.Networks;
using NetGen.Benchmarks.Reports;

namespace NetGen.Benchmarks.Commands;

/// <summary>Times <see cref="Unrolling.Auto"/> beside both forced choices.</summary>
internal static class UnrollingCommand
{
    /// <summary>What the measurement itself may be off by.</summary>
    private const double Slack = 1.05;

    public static int Run(Options options)
    {
        Machine.Pin();
        Console.WriteLine(Machine.Description);
        Console.WriteLine();
        Console.WriteLine("| network | work | Auto ns (min) | Full ÷ Auto | None ÷ Auto | |");
        Console.WriteLine("| --- | --- | ---: | ---: | ---: | --- |");
        var rounds = options.Rounds();
        foreach (var shape in options.Networks())
        {
            var workload = new Workload(shape);
            Unrolling[] choices = [Unrolling.Auto, Unrolling.Full, Unrolling.None];
            CompiledNetwork<float>[] networks = [.. choices.Select(choice => new CompiledNetwork<float>($"{choice}", workload, choice))];
            foreach (var (work, timings) in Contest.Run(workload, networks, rounds))
            {
                double auto = timings[0].Median;
                string remark = auto > Slack * timings.Min(timing => timing.Median) ? "Auto is not the fastest" : "";
                Console.WriteLine($"| {shape} | {work.Text()} | {Numbers.Nanoseconds(timings[0])} | {Numbers.Ratio(timings[1].Median / auto)} | {Numbers.Ratio(timings[2].Median / auto)} | {remark} |");
            }
        }

        return 0;
    }
}
