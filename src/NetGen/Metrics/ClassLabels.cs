namespace NetGen;

/// <summary>The true classes of samples.</summary>
internal static class ClassLabels
{
    /// <summary>A single output tells two classes apart.</summary>
    public static int ClassCount(int outputSize) => Math.Max(2, outputSize);

    /// <summary>The labels of a data set, or the classes that its targets stand for.</summary>
    public static int[] Of<T>(Dataset<T> data, int outputSize)
        where T : unmanaged
    {
        if (data.HasLabels)
        {
            Guard.Labels(data.Labels, ClassCount(outputSize), nameof(data));
            return data.Labels.ToArray();
        }

        if (data.TargetSize != outputSize)
        {
            throw new ArgumentException(
                $"The network has {outputSize} {(outputSize == 1 ? "output" : "outputs")}, but the data set is {data}. " +
                "Pass one with labels, or with a target value for each output.",
                nameof(data));
        }

        var labels = new int[data.Count];
        for (var sample = 0; sample < labels.Length; sample++)
        {
            labels[sample] = Of(data.Target(sample)) ?? throw new ArgumentException(
                $"The target of sample {sample} is not that of a class: expected a single 0 or 1, or one 1 among zeros, and −1 may " +
                "stand for 0. Pass labels instead, or measure values with Evaluate.Regression.",
                nameof(data));
        }

        return labels;
    }

    private static int? Of<T>(ReadOnlySpan<T> target)
        where T : unmanaged
    {
        var (ones, last) = (0, 0);
        for (var place = 0; place < target.Length; place++)
        {
            var value = Real.ToDouble(target[place]);
            if (value == 1)
                (ones, last) = (ones + 1, place);
            else if (value is not (0 or -1))
                return null;
        }

        return target.Length == 1 ? ones : ones == 1 ? last : null;
    }
}
