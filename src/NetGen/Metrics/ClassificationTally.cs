namespace NetGen;

/// <summary>Compares outputs with labels, block after block.</summary>
internal sealed class ClassificationTally<T>
    where T : unmanaged
{
    private readonly int _outputSize;
    private readonly double _threshold;
    private readonly ConfusionMatrix _confusion;

    // How many samples had so many outputs before that of their class.
    private readonly int[] _ranks;

    // Of two classes only: the area under the curve needs all scores of class 1 at once.
    private readonly T[] _scores;
    private readonly int[] _labels;
    private int _count;

    public ClassificationTally(int outputSize, int samples, IReadOnlyList<string>? classNames, double threshold)
    {
        if (double.IsNaN(threshold))
            throw new ArgumentException("No output is above a threshold that is NaN.", nameof(threshold));
        var classes = ClassLabels.ClassCount(outputSize);
        (_outputSize, _threshold) = (outputSize, threshold);
        _confusion = new(classes, classNames);
        _ranks = new int[classes];
        _scores = new T[classes == 2 ? samples : 0];
        _labels = new int[_scores.Length];
    }

    public void Add(ReadOnlySpan<T> outputs, ReadOnlySpan<int> labels)
    {
        for (var sample = 0; sample < labels.Length; sample++, _count++)
        {
            var output = outputs.Slice(sample * _outputSize, _outputSize);
            var predicted = Predict(output);
            _confusion.Add(labels[sample], predicted);
            if (predicted >= 0)
                _ranks[Rank(output, predicted, labels[sample])]++;
            if (_scores.Length > 0)
                (_scores[_count], _labels[_count]) = (output[output.Length - 1], labels[sample]);
        }
    }

    public ClassificationReport Report() =>
        new(_confusion, _ranks, _scores.Length > 0 ? RocCurve.Area<T>(_scores, 1, _labels, 0, 1) : double.NaN);

    private int Predict(ReadOnlySpan<T> output)
    {
        var best = 0;
        for (var place = 0; place < output.Length; place++)
        {
            var value = Real.ToDouble(output[place]);
            if (double.IsNaN(value))
                return ConfusionMatrix.NoClass;
            if (value > Real.ToDouble(output[best]))
                best = place;
        }

        return output.Length > 1 ? best : Real.ToDouble(output[0]) > _threshold ? 1 : 0;
    }

    private static int Rank(ReadOnlySpan<T> output, int predicted, int label)
    {
        if (output.Length == 1)
            return predicted == label ? 0 : 1;

        var own = Real.ToDouble(output[label]);
        var rank = 0;
        for (var place = 0; place < output.Length; place++)
        {
            var value = Real.ToDouble(output[place]);
            if (value > own || (value == own && place < label))
                rank++;
        }

        return rank;
    }
}
