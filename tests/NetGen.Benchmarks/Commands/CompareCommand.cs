using NetGen.Benchmarks.Measuring;
using NetGen.Benchmarks.Networks;
using NetGen.Benchmarks.Peers;
using NetGen.Benchmarks.Reports;

namespace NetGen.Benchmarks.Commands;

/// <summary>
/// Times the generated networks beside their peers: pinned to one core, in turns, after checking that all of them compute
/// the same numbers.
/// </summary>
internal static class CompareCommand
{
    public static IReadOnlyList<string> OptionNames { get; } = [.. SharedOptions.Names, "peers", "width", "markdown", "svg"];

    public static int Run(Options options)
    {
        int width = options.Number("width", Machine.VectorWidth);
        if (width != Machine.VectorWidth)
            return WidthProcess.Run(width);

        var found = PeerList.Find(options.List("peers", PeerList.Names), width);
        Machine.Pin();

        var rounds = options.Rounds();
        var remarks = new List<string>(found.Missing);
        var rows = new List<ComparisonRow>();
        foreach (var shape in options.Networks())
            rows.AddRange(Comparison.Of(new Workload(shape), found.Peers, rounds, remarks, Console.Error));

        using var report = new StringWriter { NewLine = "\n" };
        ComparisonReport.Write(report, found, rows, remarks);
        Console.Write(report);
        if (options.Text("markdown") is { } file)
            File.WriteAllText(file, report.ToString());
        if (options.Text("svg") is { } chart)
            File.WriteAllText(chart, ComparisonChart.Draw(rows));
        return 0;
    }
}
