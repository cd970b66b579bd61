using NetGen.Benchmarks.Compiling;
using NetGen.Benchmarks.Measuring;
using NetGen.Benchmarks.Networks;
using NetGen.Benchmarks.Reports;

namespace NetGen.Benchmarks.Commands;

/// <summary>Times networks whose parameters are part of the assembly beside the same with parameters in memory.</summary>
internal static class FrozenCommand
{
    public static int Run(Options options)
    {
        Machine.Pin();
        Console.WriteLine(Machine.Description);
        Console.WriteLine();
        Console.WriteLine("| network | work | in memory ns (min) | frozen ns (min) | in memory ÷ frozen |");
        Console.WriteLine("| --- | --- | ---: | ---: | ---: |");
        var rounds = options.Rounds();
        foreach (var shape in options.Networks())
        {
            var workload = new Workload(shape);
            var network = new CompiledNetwork<float>("in memory", workload);
            foreach (var (work, timings) in Contest.Run(workload, [network, new FrozenNetwork("frozen", workload, network.Save())], rounds))
                Console.WriteLine($"| {shape} | {work.Text()} | {Numbers.Nanoseconds(timings[0])} | {Numbers.Nanoseconds(timings[1])} | {Numbers.Ratio(timings[0].Median / timings[1].Median)} |");
        }

        return 0;
    }
}
