using NetGen.Benchmarks.Networks;
using NetGen.Benchmarks.Peers;

namespace NetGen.Benchmarks.Reports;

/// <summary>The comparison as a Markdown table.</summary>
internal static class ComparisonTable
{
    public static void Write(TextWriter output, IReadOnlyList<ComparisonRow> rows, IReadOnlyList<string> columns)
    {
        output.WriteLine($"| network | work | NetGen ns (min) | {string.Join(" | ", columns.Select(Heading))} |");
        output.WriteLine($"| --- | --- | ---: | {string.Join(" | ", columns.Select(column => column == CompiledLoops.ColumnName ? "---: | ---: | ---" : "---:"))} |");
        foreach (var row in rows)
            output.WriteLine($"| {row.Shape} | {row.Work.Text()} | {Numbers.Nanoseconds(row.Ours)} | {string.Join(" | ", columns.Select(column => Cell(row, column)))} |");
    }

    private static string Heading(string column) =>
        column == CompiledLoops.ColumnName ? "best C ns (min) | C ÷ NetGen | best C is" : $"{column} ÷ NetGen";

    private static string Cell(ComparisonRow row, string column)
    {
        string ratio = Numbers.Ratio(row.Ratio(column));
        if (column != CompiledLoops.ColumnName)
            return ratio;
        return row.Peers.TryGetValue(column, out var best)
            ? $"{Numbers.Nanoseconds(best)} | {ratio} | {best.Name}"
            : "– | – | –";
    }
}
