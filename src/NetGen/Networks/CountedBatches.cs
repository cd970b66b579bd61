using System.ComponentModel;

namespace NetGen;

/// <summary>The batch methods as they were when they took the number of samples too.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CountedBatches
{
    private const string Message = "The number of samples follows from the length of the inputs: leave the count out.";

    /// <summary>Use <see cref="IModel{T}.ForwardBatch"/>.</summary>
    [Obsolete(Message)]
    public static void ForwardBatch<T>(this IModel<T> model, ReadOnlySpan<T> inputs, Span<T> outputs, int count)
        where T : unmanaged => Checked(model, inputs, count).ForwardBatch(inputs, outputs);

    /// <summary>Use <see cref="INetwork{T}.ComputeLossBatch"/>.</summary>
    [Obsolete(Message)]
    public static T ComputeLossBatch<T>(this INetwork<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, int count)
        where T : unmanaged => Checked(network, inputs, count).ComputeLossBatch(inputs, targets);

    /// <summary>Use <see cref="INetwork{T}.ComputeGradientsBatch"/>.</summary>
    [Obsolete(Message)]
    public static T ComputeGradientsBatch<T>(
        this INetwork<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, int count, Span<T> gradients)
        where T : unmanaged => Checked(network, inputs, count).ComputeGradientsBatch(inputs, targets, gradients);

    /// <summary>Use <see cref="INetwork{T}.ComputeInputGradientsBatch"/>.</summary>
    [Obsolete(Message)]
    public static T ComputeInputGradientsBatch<T>(
        this INetwork<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, int count, Span<T> inputGradients)
        where T : unmanaged => Checked(network, inputs, count).ComputeInputGradientsBatch(inputs, targets, inputGradients);

    /// <summary>Use <see cref="INetwork{T}.TrainBatch"/>.</summary>
    [Obsolete(Message)]
    public static T TrainBatch<T>(
        this INetwork<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, int count, T learningRate)
        where T : unmanaged => Checked(network, inputs, count).TrainBatch(inputs, targets, learningRate);

    /// <summary>Use <see cref="INetwork{T}.TrainSequence"/>.</summary>
    [Obsolete(Message)]
    public static T TrainSequence<T>(
        this INetwork<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, int count, T learningRate)
        where T : unmanaged => Checked(network, inputs, count).TrainSequence(inputs, targets, learningRate);

    /// <summary>Use <see cref="INetwork{T}.AccumulateGradients"/>.</summary>
    [Obsolete(Message)]
    public static T AccumulateGradients<T>(
        this INetwork<T> network,
        ReadOnlySpan<T> inputs,
        ReadOnlySpan<T> targets,
        int count,
        T scale,
        Span<T> packedGradients,
        Workspace<T> workspace)
        where T : unmanaged =>
        Checked(network, inputs, count).AccumulateGradients(inputs, targets, scale, packedGradients, workspace);

    private static TModel Checked<TModel, T>(TModel model, ReadOnlySpan<T> inputs, int count)
        where TModel : IModel<T>
        where T : unmanaged
    {
        Guard.NotNull(model, nameof(model));
        Guard.Count(count, nameof(count));
        Guard.Samples(inputs.Length, count, model.InputSize, nameof(inputs));
        return model;
    }
}
