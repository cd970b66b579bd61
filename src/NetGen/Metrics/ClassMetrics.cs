using System.Globalization;

namespace NetGen;

/// <summary>How well one class was recognised, or the average of that over classes.</summary>
/// <remarks>Each ratio is from 0 to 1, and 0 where its denominator is 0.</remarks>
public readonly record struct ClassMetrics
{
    internal ClassMetrics(double precision, double recall, double f1, int support) =>
        (Precision, Recall, F1, Support) = (precision, recall, f1, support);

    /// <summary>The part of the samples predicted to be of the class that are of it: TP / (TP + FP).</summary>
    public double Precision { get; }

    /// <summary>The part of the samples of the class that were predicted to be of it: TP / (TP + FN).</summary>
    public double Recall { get; }

    /// <summary>The harmonic mean of precision and recall: 2 TP / (2 TP + FP + FN).</summary>
    public double F1 { get; }

    /// <summary>Number of samples of the class; for an average, of all classes.</summary>
    public int Support { get; }

    /// <summary>All four in one line.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "precision {0:F4}, recall {1:F4}, F1 {2:F4}, support {3}", Precision, Recall, F1, Support);
}
