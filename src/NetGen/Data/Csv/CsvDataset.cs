namespace NetGen;

/// <summary>The samples of a CSV file with the names of what they consist of.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class CsvDataset<T>
    where T : unmanaged
{
    internal CsvDataset(Dataset<T> dataset, string[] featureNames, string[] targetNames, string[] classNames)
    {
        Dataset = dataset;
        FeatureNames = Array.AsReadOnly(featureNames);
        TargetNames = Array.AsReadOnly(targetNames);
        ClassNames = Array.AsReadOnly(classNames);
    }

    /// <summary>The samples, in the order of the rows.</summary>
    public Dataset<T> Dataset { get; }

    /// <summary>The columns of the inputs, in the order of the file; without a header their indices, from "0".</summary>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>The columns of the targets, as chosen, or the label's alone; without a header their indices.</summary>
    public IReadOnlyList<string> TargetNames { get; }

    /// <summary>The name of each class, by its index; empty with targets. See <see cref="CsvOptions.Classes"/>.</summary>
    public IReadOnlyList<string> ClassNames { get; }
}
