namespace NetGen;

/// <summary>Samples to train with or to test on: inputs, and for each sample a class label or target values.</summary>
/// <remarks>
/// Samples are row-major: sample s is at [s · size, (s + 1) · size). The arrays are kept, not copied; who changes them changes
/// the data set.
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>, the network's <see cref="Precision"/>.</typeparam>
public sealed class Dataset<T>
    where T : unmanaged
{
    private readonly T[] _inputs;
    private readonly T[] _targets;
    private readonly int[] _labels;

    /// <summary>Samples with class labels.</summary>
    /// <param name="inputs">labels.Length · <paramref name="inputSize"/> values.</param>
    /// <param name="inputSize">Values in one input; at least 1.</param>
    /// <param name="labels">One class a sample, counted from 0.</param>
    /// <exception cref="ArgumentNullException">An array is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The size is less than 1, or a label is negative.</exception>
    /// <exception cref="ArgumentException">The lengths do not belong together.</exception>
    public Dataset(T[] inputs, int inputSize, int[] labels)
        : this(inputs, inputSize, [], 0, labels)
    {
        for (var sample = 0; sample < labels.Length; sample++)
        {
            if (labels[sample] < 0)
                throw new ArgumentOutOfRangeException(nameof(labels), labels[sample], $"Classes count from 0, but the label of sample {sample} is {labels[sample]}.");
        }

        Count = labels.Length;
        HasLabels = true;
        Guard.Samples(inputs.Length, Count, inputSize, nameof(inputs));
    }

    /// <summary>Samples with target values.</summary>
    /// <param name="inputs">count · <paramref name="inputSize"/> values.</param>
    /// <param name="inputSize">Values in one input; at least 1.</param>
    /// <param name="targets">count · <paramref name="targetSize"/> values.</param>
    /// <param name="targetSize">Values in one target; at least 1.</param>
    /// <exception cref="ArgumentNullException">An array is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A size is less than 1.</exception>
    /// <exception cref="ArgumentException">The lengths do not belong together.</exception>
    public Dataset(T[] inputs, int inputSize, T[] targets, int targetSize)
        : this(inputs, inputSize, targets, targetSize, [])
    {
        RequireSize(targetSize, nameof(targetSize));
        Count = targets.Length / targetSize;
        Guard.Samples(targets.Length, Count, targetSize, nameof(targets));
        Guard.Samples(inputs.Length, Count, inputSize, nameof(inputs));
    }

    private Dataset(T[] inputs, int inputSize, T[] targets, int targetSize, int[] labels)
    {
        Guard.NotNull(inputs, nameof(inputs));
        Guard.NotNull(targets, nameof(targets));
        Guard.NotNull(labels, nameof(labels));
        RequireSize(inputSize, nameof(inputSize));
        (_inputs, InputSize) = (inputs, inputSize);
        (_targets, TargetSize) = (targets, targetSize);
        _labels = labels;
    }

    /// <summary>Number of samples.</summary>
    public int Count { get; }

    /// <summary>Values in one input.</summary>
    public int InputSize { get; }

    /// <summary>Values in one target; 0 with labels.</summary>
    public int TargetSize { get; }

    /// <summary>Whether the samples have class labels instead of target values.</summary>
    public bool HasLabels { get; }

    /// <summary>All inputs, one sample after the other.</summary>
    public ReadOnlySpan<T> Inputs => _inputs;

    /// <summary>All targets, one sample after the other; empty with labels.</summary>
    public ReadOnlySpan<T> Targets => _targets;

    /// <summary>The label of each sample; empty with target values.</summary>
    public ReadOnlySpan<int> Labels => _labels;

    /// <summary>The input of one sample.</summary>
    /// <param name="sample">In [0, <see cref="Count"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    public ReadOnlySpan<T> Input(int sample) => _inputs.AsSpan(Existing(sample) * InputSize, InputSize);

    /// <summary>The target of one sample; empty with labels.</summary>
    /// <param name="sample">In [0, <see cref="Count"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    public ReadOnlySpan<T> Target(int sample) => _targets.AsSpan(Existing(sample) * TargetSize, TargetSize);

    /// <summary>A copy of some samples.</summary>
    /// <param name="samples">Their indices, in any order; one may occur more than once.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    public Dataset<T> Select(ReadOnlySpan<int> samples)
    {
        var inputs = new T[checked(samples.Length * InputSize)];
        var targets = new T[checked(samples.Length * TargetSize)];
        var labels = new int[HasLabels ? samples.Length : 0];
        for (var place = 0; place < samples.Length; place++)
        {
            var sample = samples[place];
            Input(sample).CopyTo(inputs.AsSpan(place * InputSize));
            Target(sample).CopyTo(targets.AsSpan(place * TargetSize));
            if (HasLabels)
                labels[place] = _labels[sample];
        }

        return HasLabels ? new(inputs, InputSize, labels) : new(inputs, InputSize, targets, TargetSize);
    }

    /// <summary>The same inputs with target values in the place of labels: 1 for the class of the sample, 0 for the others.</summary>
    /// <param name="classes">Number of classes; more than every label.</param>
    /// <exception cref="InvalidOperationException">The samples have no labels.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is <paramref name="classes"/> or more.</exception>
    public Dataset<T> OneHot(int classes)
    {
        RequireLabels();
        Guard.Labels(_labels, classes, nameof(classes));
        var targets = new T[checked(Count * classes)];
        for (var sample = 0; sample < Count; sample++)
            targets[(sample * classes) + _labels[sample]] = Real.FromDouble<T>(1);
        return new(_inputs, InputSize, targets, classes);
    }

    /// <summary>
    /// The same inputs with each label as its only target value, such as the 0 or 1 that binary cross entropy takes.
    /// </summary>
    /// <exception cref="InvalidOperationException">The samples have no labels.</exception>
    public Dataset<T> LabelsAsTargets()
    {
        RequireLabels();
        return new(_inputs, InputSize, Array.ConvertAll(_labels, label => Real.FromDouble<T>(label)), 1);
    }

    /// <summary>The number of samples, and what they consist of.</summary>
    public override string ToString() =>
        $"{Count} samples of {InputSize} values with {(HasLabels ? "labels" : $"{TargetSize} target {(TargetSize == 1 ? "value" : "values")}")}";

    /// <summary>All samples.</summary>
    internal Batch<T> Batch => HasLabels ? new(Inputs, Labels) : new(Inputs, Targets);

    /// <summary>The same labels or targets with other inputs, of the same size.</summary>
    internal Dataset<T> WithInputs(T[] inputs) =>
        HasLabels ? new(inputs, InputSize, _labels) : new(inputs, InputSize, _targets, TargetSize);

    /// <summary>The same inputs with other targets, of the same size.</summary>
    internal Dataset<T> WithTargets(T[] targets) => new(_inputs, InputSize, targets, TargetSize);

    internal void RequireLabels()
    {
        if (!HasLabels)
            throw new InvalidOperationException("The samples have target values, not labels.");
    }

    private int Existing(int sample) => (uint)sample < (uint)Count
        ? sample
        : throw new ArgumentOutOfRangeException(nameof(sample), sample, $"There are samples 0 to {Count - 1}.");

    private static void RequireSize(int size, string parameterName)
    {
        if (size < 1)
            throw new ArgumentOutOfRangeException(parameterName, size, "A sample has at least one value.");
    }
}
