using System.Globalization;

namespace NetGen;

/// <summary>How well classes were predicted; <see cref="ToString"/> gives it as text for a person.</summary>
public sealed class ClassificationReport
{
    private const int MostPrintedClasses = 20;
    private const int PrintedTop = 5;

    private readonly int[] _ranks;

    /// <summary>Measures predicted classes, without scores.</summary>
    /// <param name="confusion">What was predicted.</param>
    /// <exception cref="ArgumentNullException"><paramref name="confusion"/> is null.</exception>
    public ClassificationReport(ConfusionMatrix confusion)
        : this(confusion, [], double.NaN)
    {
    }

    /// <summary>Measures scores.</summary>
    /// <param name="confusion">What was predicted.</param>
    /// <param name="ranks">At k, how many samples had k scores before that of their class; empty without scores.</param>
    /// <param name="rocAuc">Of the score for class 1; NaN where it is not defined.</param>
    internal ClassificationReport(ConfusionMatrix confusion, int[] ranks, double rocAuc)
    {
        Guard.NotNull(confusion, nameof(confusion));
        Confusion = confusion;
        _ranks = ranks;
        RocAuc = rocAuc;
        Classes = Measure(confusion);
        MacroAverage = Average(_ => 1, Classes.Count);
        WeightedAverage = Average(one => one.Support, confusion.Count);
    }

    /// <summary>What was predicted for samples of each class.</summary>
    public ConfusionMatrix Confusion { get; }

    /// <summary>The part of the samples whose class was predicted, from 0 to 1.</summary>
    public double Accuracy => (double)Confusion.Correct / Confusion.Count;

    /// <summary>How well each class was recognised.</summary>
    public IReadOnlyList<ClassMetrics> Classes { get; }

    /// <summary>
    /// The mean over all classes; one that has no sample and was never predicted takes part with 0, as in scikit-learn when
    /// it is told all classes.
    /// </summary>
    public ClassMetrics MacroAverage { get; }

    /// <summary>The mean over the classes, each with the weight of its number of samples.</summary>
    public ClassMetrics WeightedAverage { get; }

    /// <summary>
    /// The area under the ROC curve of the score for class 1, as <see
    /// cref="Evaluate.RocAuc{T}(ReadOnlySpan{T}, ReadOnlySpan{int})"/> gives it; NaN where there are not exactly two classes, or
    /// no scores, or a class has no sample, or a score is NaN.
    /// </summary>
    public double RocAuc { get; }

    /// <summary>
    /// The part of the samples whose class is among the <paramref name="k"/> with the largest scores; of equal scores the first
    /// counts as the largest, as where a class is predicted, while scikit-learn takes the last.
    /// </summary>
    /// <param name="k">From 1, which gives <see cref="Accuracy"/>, to the number of classes.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is out of range.</exception>
    /// <exception cref="InvalidOperationException">The report was made from predicted classes, without scores.</exception>
    public double TopKAccuracy(int k)
    {
        if (k < 1 || k > Classes.Count)
            throw new ArgumentOutOfRangeException(nameof(k), k, $"Expected a number of classes from 1 to {Classes.Count}.");
        if (_ranks.Length == 0)
        {
            throw new InvalidOperationException(
                "Predicted classes alone have no order. Make the report from the outputs, with Evaluate.Classification.");
        }

        return (double)_ranks.Take(k).Sum() / Confusion.Count;
    }

    /// <summary>
    /// The accuracy, a table with a row for each class, the averages, and the confusion matrix if there are at most 20 classes.
    /// </summary>
    public override string ToString()
    {
        var rows = Confusion.ClassNames.Select((name, label) => Row(name, Classes[label])).ToList();
        rows.Insert(0, ["class", "precision", "recall", "F1", "support"]);
        rows.Add(Row("macro average", MacroAverage));
        rows.Add(Row("weighted average", WeightedAverage));
        var text = Summary() + "\n\n" + TextTable.Format(rows);
        return Classes.Count > MostPrintedClasses ? text : text + "\n\n" + Confusion;
    }

    private static ClassMetrics[] Measure(ConfusionMatrix confusion)
    {
        var metrics = new ClassMetrics[confusion.ClassCount];
        for (var label = 0; label < metrics.Length; label++)
        {
            var right = confusion[label, label];
            var predicted = 0;
            var support = confusion.Unclassified(label);
            for (var other = 0; other < metrics.Length; other++)
            {
                predicted += confusion[other, label];
                support += confusion[label, other];
            }

            metrics[label] = new(
                Ratio(right, predicted), Ratio(right, support), Ratio(2.0 * right, (double)predicted + support), support);
        }

        return metrics;
    }

    private static double Ratio(double part, double whole) => whole == 0 ? 0 : part / whole;

    private ClassMetrics Average(Func<ClassMetrics, int> weight, int weights) => new(
        Classes.Sum(one => weight(one) * one.Precision) / weights,
        Classes.Sum(one => weight(one) * one.Recall) / weights,
        Classes.Sum(one => weight(one) * one.F1) / weights,
        Confusion.Count);

    private string Summary()
    {
        var summary = string.Format(
            CultureInfo.InvariantCulture, "accuracy {0:F4} ({1} of {2} samples)", Accuracy, Confusion.Correct, Confusion.Count);
        if (_ranks.Length > PrintedTop)
            summary += string.Format(CultureInfo.InvariantCulture, ", top-{0} accuracy {1:F4}", PrintedTop, TopKAccuracy(PrintedTop));
        return double.IsNaN(RocAuc) ? summary : summary + string.Format(CultureInfo.InvariantCulture, ", ROC AUC {0:F4}", RocAuc);
    }

    private static string[] Row(string name, ClassMetrics metrics) =>
    [
        name, Text(metrics.Precision), Text(metrics.Recall), Text(metrics.F1), metrics.Support.ToString(CultureInfo.InvariantCulture),
    ];

    private static string Text(double ratio) => ratio.ToString("F4", CultureInfo.InvariantCulture);
}
