using System.Globalization;

namespace NetGen;

/// <summary>How well values were predicted; <see cref="ToString"/> gives it as text for a person.</summary>
public sealed class RegressionReport
{
    internal RegressionReport(int count, IReadOnlyList<RegressionMetrics> outputs, IReadOnlyList<string> outputNames)
    {
        (Count, Outputs, OutputNames) = (count, outputs, outputNames);
        Overall = new(
            outputs.Average(one => one.RootMeanSquaredError),
            outputs.Average(one => one.MeanAbsoluteError),
            outputs.Average(one => one.RSquared));
    }

    /// <summary>Number of samples.</summary>
    public int Count { get; }

    /// <summary>The metrics of each output.</summary>
    public IReadOnlyList<RegressionMetrics> Outputs { get; }

    /// <summary>The name of each output, or its number.</summary>
    public IReadOnlyList<string> OutputNames { get; }

    /// <summary>The metrics of the only output; with several outputs, the plain mean of each metric over them.</summary>
    public RegressionMetrics Overall { get; }

    /// <summary>The overall metrics, and with several outputs a table with a row for each.</summary>
    public override string ToString()
    {
        var summary = string.Format(CultureInfo.InvariantCulture, "{0} ({1} {2})", Overall, Count, Count == 1 ? "sample" : "samples");
        if (Outputs.Count == 1)
            return summary;

        var rows = OutputNames.Select((name, output) => Row(name, Outputs[output]));
        return summary + "\n\n" + TextTable.Format(rows.Prepend(["output", "RMSE", "MAE", "R²"]));
    }

    private static string[] Row(string name, RegressionMetrics metrics) =>
    [
        name,
        metrics.RootMeanSquaredError.ToString("G5", CultureInfo.InvariantCulture),
        metrics.MeanAbsoluteError.ToString("G5", CultureInfo.InvariantCulture),
        metrics.RSquared.ToString("F4", CultureInfo.InvariantCulture),
    ];
}
