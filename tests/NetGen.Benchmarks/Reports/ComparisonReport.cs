using NetGen.Benchmarks.Measuring;
using NetGen.Benchmarks.Peers;

namespace NetGen.Benchmarks.Reports;

/// <summary>The comparison as Markdown: the machine, the peers, the table, and what has no figures.</summary>
internal static class ComparisonReport
{
    public static void Write(TextWriter output, PeerList peers, IReadOnlyList<ComparisonRow> rows, IEnumerable<string> remarks)
    {
        output.WriteLine(Machine.Description);
        output.WriteLine();
        foreach (string version in peers.Versions)
            output.WriteLine($"- {version}");
        output.WriteLine();
        ComparisonTable.Write(output, rows, peers.Columns);
        output.WriteLine();
        output.WriteLine(Numbers.Legend);
        string[] all = [.. remarks.Distinct()];
        if (all.Length > 0)
            output.WriteLine();
        foreach (string remark in all)
            output.WriteLine($"- {remark}");
    }
}
