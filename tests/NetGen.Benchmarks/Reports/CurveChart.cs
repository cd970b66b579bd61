using NetGen.Benchmarks.Measuring;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Reports;

/// <summary>Nanoseconds a sample over multiply-adds, both logarithmic: a cost that grows linearly is a diagonal.</summary>
internal static class CurveChart
{
    private const double Width = 760;
    private const double Height = 520;
    private const double Left = 80;
    private const double Right = Width - 45;
    private const double Top = 80;
    private const double Bottom = Height - 80;

    public static string Draw(IReadOnlyList<CurvePoint> points)
    {
        var picture = new SvgDocument(Width, Height);
        var x = LogScale.Around(points.Select(point => (double)point.MultiplyAdds), Left, Right, 1, 2, 5);
        var y = LogScale.Around(points.SelectMany(point => Works.All.Select(point.PerSample)), Bottom, Top, 1);

        picture.Text(20, 28, "Time a sample, by size of the network", "text title");
        picture.Legend(24, 54, Works.All.Select(work => work.Text()));
        foreach (double tick in x.Ticks(1))
        {
            picture.Line(x[tick], Top, x[tick], Bottom, "grid");
            picture.Text(x[tick], Bottom + 18, $"{tick:N0}", "quiet", "middle");
        }

        foreach (double tick in y.Ticks(1))
        {
            picture.Line(Left, y[tick], Right, y[tick], "grid");
            picture.Text(Left - 8, y[tick] + 4, Time(tick), "quiet", "end");
        }

        foreach (var (series, work) in Works.All.Index())
        {
            picture.Polyline(points.Select(point => (x[point.MultiplyAdds], y[point.PerSample(work)])), series);
            foreach (var point in points)
                picture.Mark(x[point.MultiplyAdds], y[point.PerSample(work)], series);
        }

        picture.Text((Left + Right) / 2, Bottom + 38, "multiply-adds of one forward pass", "text", "middle");
        picture.Text(20, Height - 14, $"{Machine.Description}; one thread", "quiet");
        return picture.ToString();
    }

    private static string Time(double nanoseconds) => nanoseconds switch
    {
        < 1 => $"{nanoseconds:0.##} ns",
        < 1e3 => $"{nanoseconds:0} ns",
        < 1e6 => $"{nanoseconds / 1e3:0} µs",
        _ => $"{nanoseconds / 1e6:0} ms",
    };
}
