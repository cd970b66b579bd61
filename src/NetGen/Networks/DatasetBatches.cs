namespace NetGen;

/// <summary>The batch methods of networks on all samples of a data set: with its labels, or with its target values.</summary>
/// <remarks>
/// The methods are those of <see cref="INetwork{T}"/> and <see cref="IClassifier{T}"/>. They throw <see cref="ArgumentException"/> where
/// the data set is empty, is for a network of other sizes, has labels although the loss takes none, or labels beyond the outputs.
/// </remarks>
public static class DatasetBatches
{
    /// <summary>Computes the outputs of all samples, whatever they have as targets.</summary>
    /// <param name="model">The model.</param>
    /// <param name="data">The samples.</param>
    /// <param name="outputs">Receives data.Count · <see cref="IModel{T}.OutputSize"/> values.</param>
    /// <exception cref="ArgumentException">The data set is empty or has other inputs, or the span has another length.</exception>
    public static void ForwardBatch<T>(this IModel<T> model, Dataset<T> data, Span<T> outputs)
        where T : unmanaged
    {
        Guard.NotNull(model, nameof(model));
        Suitability.CheckInputs(model, data, nameof(data));
        model.ForwardBatch(data.Inputs, outputs);
    }

    /// <summary>Computes the mean loss of the samples, without the weight decay penalty.</summary>
    /// <param name="network">The network.</param>
    /// <param name="data">The samples.</param>
    /// <exception cref="ArgumentException">The data set is not for this network.</exception>
    public static T ComputeLossBatch<T>(this INetwork<T> network, Dataset<T> data)
        where T : unmanaged => Suited(network, data).ComputeLoss(network);

    /// <summary>Computes the gradient of the mean loss plus penalty with respect to the parameters.</summary>
    /// <param name="network">The network.</param>
    /// <param name="data">The samples.</param>
    /// <param name="gradients">Receives <see cref="IModel{T}.ParameterCount"/> values in canonical order; overwritten.</param>
    /// <returns>The mean loss, without the penalty.</returns>
    /// <exception cref="ArgumentException">The data set is not for this network, or the span has another length.</exception>
    public static T ComputeGradientsBatch<T>(this INetwork<T> network, Dataset<T> data, Span<T> gradients)
        where T : unmanaged => Suited(network, data).ComputeGradients(network, gradients);

    /// <summary>Computes the gradient of the mean loss with respect to the inputs.</summary>
    /// <param name="network">The network.</param>
    /// <param name="data">The samples.</param>
    /// <param name="inputGradients">Receives data.Count · <see cref="IModel{T}.InputSize"/> values; overwritten.</param>
    /// <returns>The mean loss, without the penalty.</returns>
    /// <exception cref="ArgumentException">The data set is not for this network, or the span has another length.</exception>
    public static T ComputeInputGradientsBatch<T>(this INetwork<T> network, Dataset<T> data, Span<T> inputGradients)
        where T : unmanaged => Suited(network, data).ComputeInputGradients(network, inputGradients);

    /// <summary>Makes one step of gradient descent on all samples: W ← W − η ∂(mean loss + penalty)/∂W.</summary>
    /// <param name="network">The network.</param>
    /// <param name="data">The samples.</param>
    /// <param name="learningRate">η.</param>
    /// <returns>The mean loss before the step, without the penalty.</returns>
    /// <exception cref="ArgumentException">The data set is not for this network.</exception>
    public static T TrainBatch<T>(this INetwork<T> network, Dataset<T> data, T learningRate)
        where T : unmanaged => Suited(network, data).Train(network, learningRate);

    /// <summary>Makes one step of stochastic gradient descent on each sample, in order: W ← W − η ∂(loss + penalty)/∂W.</summary>
    /// <param name="network">The network.</param>
    /// <param name="data">The samples.</param>
    /// <param name="learningRate">η.</param>
    /// <returns>The mean of the losses, each before its sample's step, without the penalty.</returns>
    /// <exception cref="ArgumentException">The data set is not for this network.</exception>
    public static T TrainSequence<T>(this INetwork<T> network, Dataset<T> data, T learningRate)
        where T : unmanaged => Suited(network, data).TrainSequence(network, learningRate);

    /// <summary>Adds scale · Σₛ ∂lossₛ/∂W over the samples s, without weight decay: one worker's part of a batch.</summary>
    /// <param name="network">The network.</param>
    /// <param name="data">The samples.</param>
    /// <param name="scale">Factor of the gradients; 1 / (samples of the whole batch) yields the mean.</param>
    /// <param name="packedGradients">As long as <see cref="IPredictor{T}.PackedParameters"/>, in the same order; added to.</param>
    /// <param name="workspace">Made by <see cref="INetwork{T}.CreateWorkspace"/> and used by no other thread now.</param>
    /// <returns>The sum of the samples' losses, not scaled.</returns>
    /// <exception cref="ArgumentException">The data set or the workspace is not for this network, or the span has another length.</exception>
    public static T AccumulateGradients<T>(
        this INetwork<T> network, Dataset<T> data, T scale, Span<T> packedGradients, Workspace<T> workspace)
        where T : unmanaged => Suited(network, data).AccumulateGradients(network, scale, packedGradients, workspace);

    private static Batch<T> Suited<T>(INetwork<T> network, Dataset<T> data)
        where T : unmanaged
    {
        Guard.NotNull(network, nameof(network));
        Suitability.Check(network, data, nameof(data));
        return data.Batch;
    }
}
