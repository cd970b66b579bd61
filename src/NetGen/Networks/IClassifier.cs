namespace NetGen;

/// <summary>
/// A network whose loss takes class labels: the training methods again, with one label a sample instead of targets.
/// </summary>
/// <remarks>
/// A label counts from 0 and is less than <see cref="IModel{T}.OutputSize"/>, else the method throws
/// <see cref="ArgumentOutOfRangeException"/> and has changed nothing.
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>, the network's <see cref="Precision"/>.</typeparam>
public interface IClassifier<T> : INetwork<T>
    where T : unmanaged
{
    /// <summary>Computes the loss of one sample, without the weight decay penalty.</summary>
    /// <param name="input"><see cref="IModel{T}.InputSize"/> values.</param>
    /// <param name="label">Its class.</param>
    T ComputeLoss(ReadOnlySpan<T> input, int label);

    /// <summary>Computes the gradient of one sample's loss plus penalty with respect to the parameters.</summary>
    /// <param name="input"><see cref="IModel{T}.InputSize"/> values.</param>
    /// <param name="label">Its class.</param>
    /// <param name="gradients">Receives <see cref="IModel{T}.ParameterCount"/> values in canonical order; overwritten.</param>
    /// <returns>The loss, without the penalty.</returns>
    T ComputeGradients(ReadOnlySpan<T> input, int label, Span<T> gradients);

    /// <summary>Computes the gradient of one sample's loss with respect to the input.</summary>
    /// <param name="input"><see cref="IModel{T}.InputSize"/> values.</param>
    /// <param name="label">Its class.</param>
    /// <param name="inputGradients">Receives <see cref="IModel{T}.InputSize"/> values; overwritten.</param>
    /// <returns>The loss, without the penalty.</returns>
    T ComputeInputGradients(ReadOnlySpan<T> input, int label, Span<T> inputGradients);

    /// <summary>Makes one step of stochastic gradient descent on one sample: W ← W − η ∂(loss + penalty)/∂W.</summary>
    /// <param name="input"><see cref="IModel{T}.InputSize"/> values.</param>
    /// <param name="label">Its class.</param>
    /// <param name="learningRate">η.</param>
    /// <returns>The loss before the step, without the penalty.</returns>
    T TrainStep(ReadOnlySpan<T> input, int label, T learningRate);

    /// <summary>Computes the mean loss of a batch, without the weight decay penalty.</summary>
    /// <param name="inputs">count · <see cref="IModel{T}.InputSize"/> values of count samples, at least 1.</param>
    /// <param name="labels">The samples' classes, count of them.</param>
    T ComputeLossBatch(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels);

    /// <summary>Computes the gradient of the mean loss plus penalty with respect to the parameters.</summary>
    /// <param name="inputs">count · <see cref="IModel{T}.InputSize"/> values of count samples, at least 1.</param>
    /// <param name="labels">The samples' classes, count of them.</param>
    /// <param name="gradients">Receives <see cref="IModel{T}.ParameterCount"/> values in canonical order; overwritten.</param>
    /// <returns>The mean loss, without the penalty.</returns>
    T ComputeGradientsBatch(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, Span<T> gradients);

    /// <summary>Computes the gradient of the mean loss with respect to the inputs.</summary>
    /// <param name="inputs">count · <see cref="IModel{T}.InputSize"/> values of count samples, at least 1.</param>
    /// <param name="labels">The samples' classes, count of them.</param>
    /// <param name="inputGradients">Receives as many values as <paramref name="inputs"/> has; overwritten.</param>
    /// <returns>The mean loss, without the penalty.</returns>
    T ComputeInputGradientsBatch(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, Span<T> inputGradients);

    /// <summary>Makes one step of gradient descent: W ← W − η ∂(mean loss + penalty)/∂W.</summary>
    /// <param name="inputs">count · <see cref="IModel{T}.InputSize"/> values of count samples, at least 1.</param>
    /// <param name="labels">The samples' classes, count of them.</param>
    /// <param name="learningRate">η.</param>
    /// <returns>The mean loss before the step, without the penalty.</returns>
    T TrainBatch(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, T learningRate);

    /// <summary>
    /// Makes one step of stochastic gradient descent on each sample, in order: W ← W − η ∂(loss + penalty)/∂W.
    /// </summary>
    /// <remarks>As <see cref="INetwork{T}.TrainSequence"/>: single steps but for rounding, faster where the first layer is large.</remarks>
    /// <param name="inputs">count · <see cref="IModel{T}.InputSize"/> values of count samples, at least 1.</param>
    /// <param name="labels">The samples' classes, count of them.</param>
    /// <param name="learningRate">η.</param>
    /// <returns>The mean of the losses, each before its sample's step, without the penalty.</returns>
    T TrainSequence(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, T learningRate);

    /// <summary>
    /// Adds scale · Σₛ ∂lossₛ/∂W over the samples s, without weight decay: one worker's part of a batch.
    /// </summary>
    /// <param name="inputs">count · <see cref="IModel{T}.InputSize"/> values of count samples, at least 1.</param>
    /// <param name="labels">The samples' classes, count of them.</param>
    /// <param name="scale">Factor of the gradients; 1 / (samples of the whole batch) yields the mean.</param>
    /// <param name="packedGradients">As long as <see cref="IPredictor{T}.PackedParameters"/>, in the same order; added to.</param>
    /// <param name="workspace">Made by <see cref="INetwork{T}.CreateWorkspace"/> and used by no other thread now.</param>
    /// <returns>The sum of the samples' losses, not scaled.</returns>
    T AccumulateGradients(
        ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, T scale, Span<T> packedGradients, Workspace<T> workspace);
}
