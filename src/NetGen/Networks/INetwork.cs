namespace NetGen;

/// <summary>A network that can be trained, so that trainers and checks are written once.</summary>
/// <remarks>
/// <para>
/// A batch's loss and its gradients are means over its samples. The weight decay λ/2 Σ W² is never part of a returned
/// loss; <see cref="WeightDecayPenalty"/> gives it. Gradients of parameters that are not trainable are 0.
/// </para>
/// <para>
/// Methods without a workspace argument that compute a loss or a gradient use the network's own and are single-threaded.
/// </para>
/// <para>
/// How many samples a batch has follows from the length of its inputs. A span of the wrong length, or one that is written while another
/// that it overlaps is read, makes every method throw <see cref="ArgumentException"/>. NaN and infinity pass through.
/// </para>
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>, the network's <see cref="Precision"/>.</typeparam>
public interface INetwork<T> : IPredictor<T>
    where T : unmanaged
{
    /// <summary>Samples that a workspace has room for; longer batches run in blocks.</summary>
    int BatchSize { get; }

    /// <summary>Computes the loss of one sample, without the weight decay penalty.</summary>
    /// <param name="input"><see cref="IModel{T}.InputSize"/> values.</param>
    /// <param name="target"><see cref="IModel{T}.OutputSize"/> values.</param>
    T ComputeLoss(ReadOnlySpan<T> input, ReadOnlySpan<T> target);

    /// <summary>Computes the gradient of one sample's loss plus penalty with respect to the parameters.</summary>
    /// <param name="input"><see cref="IModel{T}.InputSize"/> values.</param>
    /// <param name="target"><see cref="IModel{T}.OutputSize"/> values.</param>
    /// <param name="gradients">Receives <see cref="IModel{T}.ParameterCount"/> values in canonical order; overwritten.</param>
    /// <returns>The loss, without the penalty.</returns>
    T ComputeGradients(ReadOnlySpan<T> input, ReadOnlySpan<T> target, Span<T> gradients);

    /// <summary>Computes the gradient of one sample's loss with respect to the input.</summary>
    /// <param name="input"><see cref="IModel{T}.InputSize"/> values.</param>
    /// <param name="target"><see cref="IModel{T}.OutputSize"/> values.</param>
    /// <param name="inputGradients">Receives <see cref="IModel{T}.InputSize"/> values; overwritten.</param>
    /// <returns>The loss, without the penalty.</returns>
    T ComputeInputGradients(ReadOnlySpan<T> input, ReadOnlySpan<T> target, Span<T> inputGradients);

    /// <summary>Makes one step of stochastic gradient descent on one sample: W ← W − η ∂(loss + penalty)/∂W.</summary>
    /// <param name="input"><see cref="IModel{T}.InputSize"/> values.</param>
    /// <param name="target"><see cref="IModel{T}.OutputSize"/> values.</param>
    /// <param name="learningRate">η.</param>
    /// <returns>The loss before the step, without the penalty.</returns>
    T TrainStep(ReadOnlySpan<T> input, ReadOnlySpan<T> target, T learningRate);

    /// <summary>Computes the mean loss of a batch, without the weight decay penalty.</summary>
    /// <param name="inputs">count · <see cref="IModel{T}.InputSize"/> values of count samples, at least 1.</param>
    /// <param name="targets">count · <see cref="IModel{T}.OutputSize"/> values.</param>
    T ComputeLossBatch(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets);

    /// <summary>Computes the gradient of the mean loss plus penalty with respect to the parameters.</summary>
    /// <param name="inputs">count · <see cref="IModel{T}.InputSize"/> values of count samples, at least 1.</param>
    /// <param name="targets">count · <see cref="IModel{T}.OutputSize"/> values.</param>
    /// <param name="gradients">Receives <see cref="IModel{T}.ParameterCount"/> values in canonical order; overwritten.</param>
    /// <returns>The mean loss, without the penalty.</returns>
    T ComputeGradientsBatch(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, Span<T> gradients);

    /// <summary>Computes the gradient of the mean loss with respect to the inputs.</summary>
    /// <param name="inputs">count · <see cref="IModel{T}.InputSize"/> values of count samples, at least 1.</param>
    /// <param name="targets">count · <see cref="IModel{T}.OutputSize"/> values.</param>
    /// <param name="inputGradients">Receives count · <see cref="IModel{T}.InputSize"/> values; overwritten.</param>
    /// <returns>The mean loss, without the penalty.</returns>
    T ComputeInputGradientsBatch(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, Span<T> inputGradients);

    /// <summary>Makes one step of gradient descent: W ← W − η ∂(mean loss + penalty)/∂W.</summary>
    /// <param name="inputs">count · <see cref="IModel{T}.InputSize"/> values of count samples, at least 1.</param>
    /// <param name="targets">count · <see cref="IModel{T}.OutputSize"/> values.</param>
    /// <param name="learningRate">η.</param>
    /// <returns>The mean loss before the step, without the penalty.</returns>
    T TrainBatch(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, T learningRate);

    /// <summary>
    /// Makes one step of stochastic gradient descent on each sample, in order: W ← W − η ∂(loss + penalty)/∂W.
    /// </summary>
    /// <remarks>
    /// The result is that of single steps but for rounding; it comes sooner where the first layer is large. Let W, b be that
    /// layer before a block of samples x₀, x₁, …, and δₛ = ∂loss/∂z of sample s at its turn. Then W has become
    /// W − η Σₛ δₛ xₛᵀ before sample n, and z = W xₙ + b − η Σₛ (xₛ·xₙ + 1) δₛ over s &lt; n: W is read and written once a block.
    /// </remarks>
    /// <param name="inputs">count · <see cref="IModel{T}.InputSize"/> values of count samples, at least 1.</param>
    /// <param name="targets">count · <see cref="IModel{T}.OutputSize"/> values.</param>
    /// <param name="learningRate">η.</param>
    /// <returns>The mean of the losses, each before its sample's step, without the penalty.</returns>
    T TrainSequence(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, T learningRate);

    /// <summary>Computes λ/2 Σ W² over the weights; 0 without weight decay.</summary>
    T WeightDecayPenalty();

    /// <summary>Allocates the working memory of one worker.</summary>
    Workspace<T> CreateWorkspace();

    /// <summary>
    /// Adds scale · Σₛ ∂lossₛ/∂W over the samples s, without weight decay: one worker's part of a batch.
    /// </summary>
    /// <param name="inputs">count · <see cref="IModel{T}.InputSize"/> values of count samples, at least 1.</param>
    /// <param name="targets">count · <see cref="IModel{T}.OutputSize"/> values.</param>
    /// <param name="scale">Factor of the gradients; 1 / (samples of the whole batch) yields the mean.</param>
    /// <param name="packedGradients">As long as <see cref="IPredictor{T}.PackedParameters"/>, in the same order; added to.</param>
    /// <param name="workspace">Made by <see cref="CreateWorkspace"/> and used by no other thread now.</param>
    /// <returns>The sum of the samples' losses, not scaled.</returns>
    T AccumulateGradients(
        ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, T scale, Span<T> packedGradients, Workspace<T> workspace);

    /// <summary>Adds scale · λ W, the gradient of the penalty: once a batch, after its parts are accumulated.</summary>
    /// <param name="scale">Factor; 1 where the parts add up to the mean.</param>
    /// <param name="packedGradients">As long as <see cref="IPredictor{T}.PackedParameters"/>, in the same order; added to.</param>
    void AddWeightDecay(T scale, Span<T> packedGradients);
}
