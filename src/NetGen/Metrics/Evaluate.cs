namespace NetGen;

/// <summary>Measures how good a network's outputs are, by the definitions of scikit-learn.</summary>
/// <remarks>
/// The overloads that take a network compute its outputs in blocks of samples, so that their memory does not grow with the
/// number of outputs times that of samples. An output that is NaN never counts as right.
/// </remarks>
public static class Evaluate
{
    /// <summary>Measures a classifier on a data set.</summary>
    /// <remarks>
    /// With several outputs, each is the score of a class, and the predicted class is that of the largest, the first of
    /// equals. A single output is the score of class 1 against class 0. A sample with an output that is NaN is predicted to
    /// be of no class.
    /// </remarks>
    /// <param name="network">The network.</param>
    /// <param name="data">
    /// Samples with labels; or with targets, of which with one output each is 1 for class 1, and with several exactly one is 1;
    /// all others are 0, or −1 as for a hinge loss.
    /// </param>
    /// <param name="classNames">A name for each class, for the printed report; their numbers if not given.</param>
    /// <param name="threshold">
    /// For a single output: class 1 is predicted above it. ½ is for probabilities; use 0 after training with a hinge loss.
    /// </param>
    /// <exception cref="ArgumentNullException">The network or the data set is null.</exception>
    /// <exception cref="ArgumentException">
    /// The data set is empty, is not for such a network, or has targets that are no classes; a label is not that of a class;
    /// there are not as many names as classes; or the threshold is NaN.
    /// </exception>
    public static ClassificationReport Classification<T>(
        IModel<T> network, Dataset<T> data, IReadOnlyList<string>? classNames = null, double threshold = 0.5)
        where T : unmanaged
    {
        var blocks = new OutputBlocks<T>(network, data);
        var labels = ClassLabels.Of(data, network.OutputSize);
        var tally = new ClassificationTally<T>(network.OutputSize, data.Count, classNames, threshold);
        while (blocks.Next())
            tally.Add(blocks.Outputs, labels.AsSpan(blocks.First, blocks.Count));
        return tally.Report();
    }

    /// <summary>Measures the outputs of a classifier.</summary>
    /// <remarks>Classes are predicted as in the overload that takes a network.</remarks>
    /// <param name="outputs">labels.Length · <paramref name="outputSize"/> values, one sample after the other.</param>
    /// <param name="labels">The samples' classes; at least one.</param>
    /// <param name="outputSize">Values in one output: the number of classes, or 1 for two classes.</param>
    /// <param name="classNames">A name for each class, for the printed report; their numbers if not given.</param>
    /// <param name="threshold">For a single output: class 1 is predicted above it.</param>
    /// <exception cref="ArgumentException">
    /// There is no sample, the lengths do not belong together, a label is not that of a class, there are not as many names as
    /// classes, or the threshold is NaN.
    /// </exception>
    public static ClassificationReport Classification<T>(
        ReadOnlySpan<T> outputs,
        ReadOnlySpan<int> labels,
        int outputSize,
        IReadOnlyList<string>? classNames = null,
        double threshold = 0.5)
        where T : unmanaged
    {
        RequireSize(outputSize, 1, nameof(outputSize));
        RequireSamples(labels.Length, nameof(labels));
        Guard.Samples(outputs.Length, labels.Length, outputSize, nameof(outputs));
        Guard.Labels(labels, ClassLabels.ClassCount(outputSize), nameof(labels));
        var tally = new ClassificationTally<T>(outputSize, labels.Length, classNames, threshold);
        tally.Add(outputs, labels);
        return tally.Report();
    }

    /// <summary>Measures a network that predicts values on a data set.</summary>
    /// <param name="network">The network.</param>
    /// <param name="data">Samples with targets.</param>
    /// <param name="unscale">
    /// Where the network was trained on scaled targets: gives the value in its own unit, from the index of the output and the
    /// scaled value. It is applied to outputs and targets, and the errors are in that unit.
    /// </param>
    /// <param name="outputNames">A name for each output, for the printed report; their numbers if not given.</param>
    /// <exception cref="ArgumentNullException">The network or the data set is null.</exception>
    /// <exception cref="ArgumentException">
    /// The data set is empty, is not for such a network or has labels; or there are not as many names as outputs.
    /// </exception>
    public static RegressionReport Regression<T>(
        IModel<T> network,
        Dataset<T> data,
        Func<int, double, double>? unscale = null,
        IReadOnlyList<string>? outputNames = null)
        where T : unmanaged
    {
        var blocks = new OutputBlocks<T>(network, data);
        var size = network.OutputSize;
        if (data.TargetSize != size)
        {
            throw new ArgumentException(
                $"The network has {size} {(size == 1 ? "output" : "outputs")}, but the data set is {data}. " +
                "Pass one with a target value for each output.",
                nameof(data));
        }

        var tally = new RegressionTally<T>(size, unscale, outputNames);
        while (blocks.Next())
            tally.Add(blocks.Outputs, data.Targets.Slice(blocks.First * size, blocks.Count * size));
        return tally.Report();
    }

    /// <summary>Measures predicted values.</summary>
    /// <param name="predictions">count · <paramref name="outputSize"/> values, one sample after the other.</param>
    /// <param name="targets">The true values: as many, in the same order; at least one sample.</param>
    /// <param name="outputSize">Values in one sample; at least 1.</param>
    /// <param name="outputNames">A name for each output, for the printed report; their numbers if not given.</param>
    /// <exception cref="ArgumentException">
    /// There is no sample, the lengths do not belong together, or there are not as many names as outputs.
    /// </exception>
    public static RegressionReport Regression<T>(
        ReadOnlySpan<T> predictions,
        ReadOnlySpan<T> targets,
        int outputSize = 1,
        IReadOnlyList<string>? outputNames = null)
        where T : unmanaged
    {
        RequireSize(outputSize, 1, nameof(outputSize));
        RequireSamples(targets.Length, nameof(targets));
        Guard.Samples(targets.Length, targets.Length / outputSize, outputSize, nameof(targets));
        Guard.Length(predictions.Length, targets.Length, nameof(predictions));
        var tally = new RegressionTally<T>(outputSize, unscale: null, outputNames);
        tally.Add(predictions, targets);
        return tally.Report();
    }

    /// <summary>The area under the ROC curve of a score for class 1 against class 0.</summary>
    /// <remarks>
    /// The probability that a random sample of class 1 has a larger score than one of class 0, ties counted half: the
    /// Mann-Whitney statistic U / (n₁ n₀). Hanley and McNeil, "The Meaning and Use of the Area under a Receiver Operating
    /// Characteristic (ROC) Curve", 1982.
    /// </remarks>
    /// <param name="scores">One score a sample; any increasing function of it, such as the logit, gives the same area.</param>
    /// <param name="labels">The samples' classes, 0 or 1.</param>
    /// <returns>From 0 to 1, ½ for a score that tells nothing; NaN where a class has no sample or a score is NaN.</returns>
    /// <exception cref="ArgumentException">There is no sample, the lengths differ, or a label is neither 0 nor 1.</exception>
    public static double RocAuc<T>(ReadOnlySpan<T> scores, ReadOnlySpan<int> labels)
        where T : unmanaged
    {
        RequireSamples(labels.Length, nameof(labels));
        Guard.Length(scores.Length, labels.Length, nameof(scores));
        Guard.Labels(labels, 2, nameof(labels));
        return RocCurve.Area(scores, 1, labels, 0, 1);
    }

    /// <summary>The mean over the classes of the area under the ROC curve of each class against all others.</summary>
    /// <param name="outputs">labels.Length · <paramref name="classes"/> scores, one sample after the other.</param>
    /// <param name="labels">The samples' classes.</param>
    /// <param name="classes">Number of classes; at least 2.</param>
    /// <returns>From 0 to 1; NaN where a class has no sample or has all, or a score is NaN.</returns>
    /// <exception cref="ArgumentException">
    /// There is no sample, the lengths do not belong together, or a label is not that of a class.
    /// </exception>
    public static double RocAuc<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<int> labels, int classes)
        where T : unmanaged
    {
        RequireSize(classes, 2, nameof(classes));
        RequireSamples(labels.Length, nameof(labels));
        Guard.Samples(outputs.Length, labels.Length, classes, nameof(outputs));
        Guard.Labels(labels, classes, nameof(labels));
        var sum = 0.0;
        for (var label = 0; label < classes; label++)
            sum += RocCurve.Area(outputs, classes, labels, label, label);
        return sum / classes;
    }

    private static void RequireSize(int size, int least, string parameterName)
    {
        if (size < least)
            throw new ArgumentOutOfRangeException(parameterName, size, $"Expected at least {least}.");
    }

    private static void RequireSamples(int count, string parameterName)
    {
        if (count == 0)
            throw new ArgumentException("Nothing can be measured without samples. Pass at least one.", parameterName);
    }
}
