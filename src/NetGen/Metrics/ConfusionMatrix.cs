using System.Globalization;

namespace NetGen;

/// <summary>How many samples of each class were predicted to be of each class.</summary>
public sealed class ConfusionMatrix
{
    /// <summary>The prediction for a sample of which an output is NaN.</summary>
    internal const int NoClass = -1;

    // One column more than classes, for the samples without a predicted class.
    private readonly int[,] _counts;

    /// <summary>Counts predictions.</summary>
    /// <param name="predicted">
    /// The predicted class of each sample, such as <see cref="IModel{T}.Classify"/> gives; −1 for none, which is never right.
    /// </param>
    /// <param name="labels">The true class of each sample; at least one.</param>
    /// <param name="classes">Number of classes; at least 1.</param>
    /// <param name="classNames">A name for each class; their numbers if not given.</param>
    /// <exception cref="ArgumentException">
    /// There is no sample, the lengths differ, a label or prediction is not a class, or there are not as many names as classes.
    /// </exception>
    public ConfusionMatrix(
        ReadOnlySpan<int> predicted, ReadOnlySpan<int> labels, int classes, IReadOnlyList<string>? classNames = null)
        : this(classes, classNames)
    {
        if (labels.IsEmpty)
            throw new ArgumentException("Nothing can be counted without samples. Pass at least one.", nameof(labels));
        Guard.Length(predicted.Length, labels.Length, nameof(predicted));
        Guard.Labels(labels, classes, nameof(labels));
        for (var sample = 0; sample < labels.Length; sample++)
        {
            if (predicted[sample] < NoClass || predicted[sample] >= classes)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(predicted),
                    predicted[sample],
                    $"Expected classes from 0 to {classes - 1}, or −1 for none, but that of sample {sample} is {predicted[sample]}.");
            }

            Add(labels[sample], predicted[sample]);
        }
    }

    internal ConfusionMatrix(int classes, IReadOnlyList<string>? classNames)
    {
        if (classes < 1)
            throw new ArgumentOutOfRangeException(nameof(classes), classes, "There is at least one class.");
        ClassNames = Names.Of(classes, classNames, "classes", nameof(classNames));
        _counts = new int[classes, classes + 1];
    }

    /// <summary>Number of classes.</summary>
    public int ClassCount => ClassNames.Count;

    /// <summary>The name of each class, or its number.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>Number of samples.</summary>
    public int Count { get; private set; }

    /// <summary>Number of samples whose class was predicted.</summary>
    public int Correct { get; private set; }

    /// <summary>The number of samples of a class that were predicted to be of a class.</summary>
    /// <param name="label">The true class, in [0, <see cref="ClassCount"/>).</param>
    /// <param name="predicted">The predicted class, in [0, <see cref="ClassCount"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public int this[int label, int predicted]
    {
        get
        {
            Guard.Label(label, ClassCount, nameof(label));
            Guard.Label(predicted, ClassCount, nameof(predicted));
            return _counts[label, predicted];
        }
    }

    /// <summary>The number of samples of a class for which no class was predicted, because an output was NaN.</summary>
    /// <param name="label">The true class, in [0, <see cref="ClassCount"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public int Unclassified(int label)
    {
        Guard.Label(label, ClassCount, nameof(label));
        return _counts[label, ClassCount];
    }

    /// <summary>
    /// A table with a row for each true class and a column for each predicted one, and a column for samples without a predicted
    /// class if there are any.
    /// </summary>
    public override string ToString()
    {
        var columns = Enumerable.Range(0, ClassCount).Any(label => Unclassified(label) > 0) ? ClassCount + 1 : ClassCount;
        var header = ClassNames.Append("none").Take(columns).Prepend("true \\ predicted");
        var rows = ClassNames.Select((name, label) =>
            Enumerable.Range(0, columns)
                .Select(column => _counts[label, column].ToString(CultureInfo.InvariantCulture))
                .Prepend(name));
        return TextTable.Format(rows.Prepend(header));
    }

    internal void Add(int label, int predicted)
    {
        _counts[label, predicted == NoClass ? ClassCount : predicted]++;
        Count++;
        if (label == predicted)
            Correct++;
    }
}
