using NetGen.Benchmarks.Compiling;
using NetGen.Benchmarks.Measuring;
using NetGen.Benchmarks.Networks;
using NetGen.Benchmarks.Peers;
using NetGen.Benchmarks.Reports;
using NetGen.Tests.Compiling;

namespace NetGen.Benchmarks.Commands;

/// <summary>
/// Times both precisions of both targets beside plain loops of the same precision. The scalar code of .NET Standard 2.0 runs on
/// the runtime that runs this.
/// </summary>
internal static class NaiveCommand
{
    public static int Run(Options options)
    {
        Machine.Pin();
        Console.WriteLine(Machine.Description);
        Console.WriteLine();
        Console.WriteLine("| network | work | float vectors ns | loops ÷ it | double vectors ns | loops ÷ it | float scalars ns | loops ÷ it | double scalars ns | loops ÷ it |");
        Console.WriteLine("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        var rounds = options.Rounds();
        foreach (var shape in options.Networks())
        {
            var workload = new Workload(shape);
            Contestant[] contestants =
            [
                new CompiledNetwork<float>("float vectors", workload),
                new CompiledNetwork<double>("double vectors", workload),
                new CompiledNetwork<float>("float scalars", workload, target: Target.NetStandard),
                new CompiledNetwork<double>("double scalars", workload, target: Target.NetStandard),
                new NaiveLoops<float>(workload),
                new NaiveLoops<double>(workload),
            ];
            foreach (var (work, timings) in Contest.Run(workload, contestants, rounds))
            {
                var cells = Enumerable.Range(0, 4).Select(i =>
                    $"{Numbers.Nanoseconds(timings[i])} | {Numbers.Ratio(timings[4 + i % 2].Median / timings[i].Median)}");
                Console.WriteLine($"| {shape} | {work.Text()} | {string.Join(" | ", cells)} |");
            }
        }

        return 0;
    }
}
