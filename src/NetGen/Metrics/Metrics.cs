namespace NetGen;

/// <summary>The usual metrics.</summary>
public static class Metrics
{
    /// <summary>The part of the samples whose class is predicted, as <see cref="ClassificationReport.Accuracy"/>.</summary>
    public static Metric<T> Accuracy<T>()
        where T : unmanaged =>
        new("accuracy", (network, data) => Evaluate.Classification(network, data).Accuracy);

    /// <summary>The area under the ROC curve of two classes, as <see cref="ClassificationReport.RocAuc"/>.</summary>
    public static Metric<T> RocAuc<T>()
        where T : unmanaged =>
        new("ROC AUC", (network, data) => Evaluate.Classification(network, data).RocAuc);

    /// <summary>R² over all outputs, as <see cref="RegressionMetrics.RSquared"/>.</summary>
    public static Metric<T> RSquared<T>()
        where T : unmanaged =>
        new("R²", (network, data) => Evaluate.Regression(network, data).Overall.RSquared);
}
