using NetGen.Benchmarks.Measuring;
using NetGen.Benchmarks.Networks;
using NetGen.Benchmarks.Peers;

namespace NetGen.Benchmarks.Reports;

/// <summary>The ratios of the comparison on a logarithmic axis, a line for each network and work.</summary>
internal static class ComparisonChart
{
    private const double Width = 760;
    private const double Left = 200;
    private const double Right = Width - 30;
    private const double Top = 84;
    private const double RowHeight = 20;
    private const double GroupGap = 10;

    private static readonly string[] Columns = [CompiledLoops.ColumnName, NaiveLoops<float>.ColumnName, TensorCalls.ColumnName];
    private static readonly double[] Steps = [1, 2, 5];

    /// <returns>The picture's text.</returns>
    /// <exception cref="ArgumentException">No row has a ratio to draw.</exception>
    public static string Draw(IReadOnlyList<ComparisonRow> rows)
    {
        double[] ratios = [.. rows.SelectMany(row => Columns.Select(column => row.Ratio(column))).OfType<double>()];
        if (ratios.Length == 0)
            throw new ArgumentException($"The chart needs one of the peers {string.Join(", ", Columns)}.");

        int groups = rows.Select(row => row.Shape).Distinct().Count();
        double bottom = Top + rows.Count * RowHeight + groups * GroupGap;
        var picture = new SvgDocument(Width, bottom + 76);
        var scale = LogScale.Around([.. ratios, 1], Left, Right, Steps);

        picture.Text(20, 28, "Time of others ÷ time of NetGen's generated code", "text title");
        picture.Legend(24, 54, ["best of gcc and clang -O3 -march=native -ffast-math", "naive C# loops", "System.Numerics.Tensors"]);
        foreach (double tick in scale.Ticks(Steps))
        {
            picture.Line(scale[tick], Top - 8, scale[tick], bottom, tick == 1 ? "axis" : "grid");
            picture.Text(scale[tick], bottom + 16, $"{tick:0.###}×", tick == 1 ? "text" : "quiet", "middle");
        }

        double y = Top - RowHeight / 2;
        NetworkShape? group = null;
        foreach (var row in rows)
        {
            y += RowHeight + (group is null || group == row.Shape ? 0 : GroupGap);
            if (group != row.Shape)
                picture.Text(20, y + 4, row.Shape.ToString());
            group = row.Shape;
            picture.Text(Left - 12, y + 4, row.Work.Text(), "quiet", "end");
            picture.Line(Left, y, Right, y, "grid");
            foreach (var (series, column) in Columns.Index())
            {
                if (row.Ratio(column) is { } ratio)
                    picture.Mark(scale[ratio], y, series);
            }
        }

        picture.Text(20, bottom + 44, "One thread. Left of 1×, NetGen is the slower one.", "quiet");
        picture.Text(20, bottom + 62, Machine.Description, "quiet");
        return picture.ToString();
    }
}
