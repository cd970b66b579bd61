namespace NetGen.Benchmarks.Reports;

/// <summary>Maps positive values to a stretch of a picture so that equal ratios have equal lengths.</summary>
/// <param name="Low">The value at <paramref name="From"/>.</param>
/// <param name="High">The value at <paramref name="To"/>.</param>
internal sealed record LogScale(double Low, double High, double From, double To)
{
    /// <summary>A scale from and to full decades, or to 1, 2 or 5 of one, that holds all values.</summary>
    public static LogScale Around(IEnumerable<double> values, double from, double to, params double[] steps)
    {
        double[] all = [.. values];
        double[] ticks = [.. Ticks(all.Min() / 10, all.Max() * 10, steps)];
        return new(ticks.Last(tick => tick <= all.Min()), ticks.First(tick => tick >= all.Max()), from, to);
    }

    public double this[double value] => From + Math.Log(value / Low) / Math.Log(High / Low) * (To - From);

    public IEnumerable<double> Ticks(params double[] steps) => Ticks(Low * 0.999, High * 1.001, steps);

    private static IEnumerable<double> Ticks(double low, double high, double[] steps)
    {
        for (int decade = (int)Math.Floor(Math.Log10(low)); Math.Pow(10, decade) <= high; decade++)
        {
            foreach (double step in steps)
            {
                double tick = step * Math.Pow(10, decade);
                if (tick >= low && tick <= high)
                    yield return tick;
            }
        }
    }
}
