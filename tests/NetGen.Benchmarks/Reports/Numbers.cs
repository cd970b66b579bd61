using NetGen.Benchmarks.Measuring;

namespace NetGen.Benchmarks.Reports;

/// <summary>Numbers with about three significant digits, as tables print them.</summary>
internal static class Numbers
{
    /// <summary>What the mark of a lost row means.</summary>
    public const string Legend = "Ratios are of medians; above 1 NetGen is the faster one, ▼ marks what it loses, – what a peer does not do.";

    public static string Nanoseconds(Timing timing) => $"{Nanoseconds(timing.Median)} ({Nanoseconds(timing.Minimum)})";

    public static string Nanoseconds(double value) => value < 100 ? $"{value:F1}" : $"{value:N0}";

    public static string Ratio(double? value) => value switch
    {
        null => "–",
        < 0.995 => $"**{value:F2}** ▼",
        < 10 => $"{value:F2}",
        < 100 => $"{value:F1}",
        _ => $"{value:N0}",
    };
}
