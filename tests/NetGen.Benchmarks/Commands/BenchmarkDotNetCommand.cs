using BenchmarkDotNet.Running;
using NetGen.Benchmarks.Measuring;

namespace NetGen.Benchmarks.Commands;

/// <summary>Single figures by BenchmarkDotNet, with its own options: <c>bdn --filter *</c>.</summary>
internal static class BenchmarkDotNetCommand
{
    public static int Run(string[] arguments)
    {
        // In this process, so that nothing is built again.
        var summaries = BenchmarkSwitcher.FromTypes([typeof(SingleFigures)]).Run([.. arguments, "--inProcess"]);
        return summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) ? 1 : 0;
    }
}
