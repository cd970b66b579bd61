using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>
/// The argument checks of generated code. A check that passes costs a comparison; the message is built elsewhere.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Guard
{
    /// <summary>Checks the length of a span.</summary>
    /// <param name="actual">The length given.</param>
    /// <param name="expected">The length that the method needs.</param>
    /// <param name="parameterName">The parameter that holds the span.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Length(int actual, int expected, string parameterName)
    {
        if (actual != expected)
            ThrowLength(actual, expected, parameterName);
    }

    /// <summary>Counts the samples that a span holds.</summary>
    /// <param name="length">Its length.</param>
    /// <param name="size">Values in one sample.</param>
    /// <param name="parameterName">The parameter that holds the span.</param>
    /// <returns>At least 1.</returns>
    /// <exception cref="ArgumentException">The span is empty, or its last sample is not whole.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Batch(int length, int size, string parameterName)
    {
        var count = length / size;
        if (count == 0 || count * size != length)
            ThrowBatch(length, size, parameterName);
        return count;
    }

    /// <summary>
    /// Checks the length of a span that holds as many samples as others do, also where count · size exceeds an int.
    /// </summary>
    /// <param name="actual">The length given.</param>
    /// <param name="count">Number of samples.</param>
    /// <param name="size">Values in one sample.</param>
    /// <param name="parameterName">The parameter that holds the span.</param>
    /// <exception cref="ArgumentException">The length is not <paramref name="count"/> · <paramref name="size"/>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Samples(int actual, int count, int size, string parameterName)
    {
        if (actual != (long)count * size)
            ThrowSamples(actual, count, size, parameterName);
    }

    /// <summary>Checks that a span for results does not overlap one that is still to be read.</summary>
    /// <param name="result">Where results are written.</param>
    /// <param name="read">What is read meanwhile.</param>
    /// <param name="parameterName">The parameter that holds <paramref name="result"/>.</param>
    /// <exception cref="ArgumentException">They overlap.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apart<T>(ReadOnlySpan<T> result, ReadOnlySpan<T> read, string parameterName)
    {
        if (result.Overlaps(read))
            ThrowOverlap(parameterName);
    }

    /// <summary>Checks a number of samples.</summary>
    /// <param name="count">The number given.</param>
    /// <param name="parameterName">The parameter that holds it.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Count(int count, string parameterName)
    {
        if (count < 1)
            ThrowCount(count, parameterName);
    }

    /// <summary>Checks a class label.</summary>
    /// <param name="label">The label given.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="parameterName">The parameter that holds the label.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="label"/> is not in [0, <paramref name="classes"/>).</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Label(int label, int classes, string parameterName)
    {
        if ((uint)label >= (uint)classes)
            ThrowLabel(label, classes, parameterName);
    }

    /// <summary>Checks the class labels of a batch.</summary>
    /// <param name="labels">The labels given.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="parameterName">The parameter that holds the labels.</param>
    /// <exception cref="ArgumentOutOfRangeException">A label is not in [0, <paramref name="classes"/>).</exception>
    public static void Labels(ReadOnlySpan<int> labels, int classes, string parameterName)
    {
        for (var sample = 0; sample < labels.Length; sample++)
        {
            if ((uint)labels[sample] >= (uint)classes)
                ThrowLabels(labels[sample], sample, classes, parameterName);
        }
    }

    /// <summary>Checks that a workspace belongs to a network of this shape.</summary>
    /// <param name="workspace">The workspace given.</param>
    /// <param name="length">The elements that the network needs.</param>
    /// <param name="parameterName">The parameter that holds the workspace.</param>
    /// <exception cref="ArgumentNullException"><paramref name="workspace"/> is null.</exception>
    /// <exception cref="ArgumentException">It was made for another network.</exception>
    public static void Workspace<T>(Workspace<T> workspace, int length, string parameterName)
        where T : unmanaged
    {
        NotNull(workspace, parameterName);
        if (workspace.Length != length)
            ThrowWorkspace(workspace.Length, length, parameterName);
    }

    /// <summary>Checks an argument for null.</summary>
    /// <param name="argument">The argument given.</param>
    /// <param name="parameterName">The parameter that holds it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="argument"/> is null.</exception>
    public static void NotNull(object? argument, string parameterName) =>
        _ = argument ?? throw new ArgumentNullException(parameterName);

    private static void ThrowLength(int actual, int expected, string parameterName) => throw new ArgumentException(
        $"Expected {expected} values, but got {actual}. Pass a span of exactly {expected}.", parameterName);

    private static void ThrowBatch(int length, int size, string parameterName) => throw new ArgumentException(
        length == 0
            ? $"A batch has at least one sample of {size} values, but got no values. Leave the call out where there are no samples."
            : $"Expected a multiple of {size} values, {size} for each sample, but got {length}. Pass whole samples, one after the other.",
        parameterName);

    private static void ThrowSamples(int actual, int count, int size, string parameterName) => throw new ArgumentException(
        (size == 1 ? $"Expected {count} values, one for each sample" : $"Expected {(long)count * size} values ({count} samples of {size})") +
        $", but got {actual}. All spans of a batch hold the same samples, one after the other.",
        parameterName);

    private static void ThrowOverlap(string parameterName) => throw new ArgumentException(
        "The span overlaps one that is read while it is written. Pass memory of its own.", parameterName);

    private static void ThrowCount(int count, string parameterName) => throw new ArgumentOutOfRangeException(
        parameterName, count, "A batch has at least one sample.");

    private static void ThrowLabel(int label, int classes, string parameterName) => throw new ArgumentOutOfRangeException(
        parameterName, label, $"Expected a class label from 0 to {classes - 1}.");

    private static void ThrowLabels(int label, int sample, int classes, string parameterName) =>
        throw new ArgumentOutOfRangeException(
            parameterName, label, $"Expected class labels from 0 to {classes - 1}, but that of sample {sample} is {label}.");

    private static void ThrowWorkspace(int actual, int expected, string parameterName) => throw new ArgumentException(
        $"Expected a workspace of {expected} elements, but got one of {actual}. " +
        "Pass one that CreateWorkspace of a network of the same class made.",
        parameterName);
}
