namespace NetGen;

/// <summary>What every generated network can do, so that trainers, checks and file formats are written once.</summary>
/// <remarks>
/// <para>Samples are row-major: sample s is at [s · size, (s + 1) · size) of a span that holds count samples.</para>
/// <para>
/// A batch's loss and its gradients are means over its samples. The weight decay λ/2 Σ W² is never part of a returned
/// loss; <see cref="WeightDecayPenalty"/> gives it.
/// </para>
/// <para>
/// Two orders of parameters: <i>canonical</i>, exactly <see cref="ParameterCount"/> values, layer by layer a weight matrix
/// [output, input] row-major and then its bias, as in PyTorch; and <i>packed</i>, the kernels' own order with pads, described
/// by <see cref="Layout"/>. What a pad holds never matters.
/// </para>
/// <para>
/// The forward methods are thread-safe as long as nobody changes the parameters. Methods without a workspace argument that
/// compute a loss or a gradient use the network's own and are single-threaded.
/// </para>
/// <para>A span of the wrong length makes every method throw <see cref="ArgumentException"/>. NaN and infinity pass through.</para>
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>, the network's <see cref="Precision"/>.</typeparam>
public interface INetwork<T>
    where T : unmanaged
{
    /// <summary>Names, shapes and places of the parameters.</summary>
    ParameterLayout Layout { get; }

    /// <summary>Values in one sample.</summary>
    int InputSize { get; }

    /// <summary>Values in one output.</summary>
    int OutputSize { get; }

    /// <summary>Number of trainable values, pads not counted.</summary>
    int ParameterCount { get; }

    /// <summary>Samples that a workspace has room for; longer batches run in blocks.</summary>
    int BatchSize { get; }

    /// <summary>The live parameters in packed order: writing to it changes the network.</summary>
    Span<T> PackedParameters { get; }

    /// <summary>Draws new parameters; the same seed gives the same numbers on every platform.</summary>
    /// <param name="seed">Any number.</param>
    void Initialize(int seed);

    /// <summary>Computes the output of one sample.</summary>
    /// <param name="input"><see cref="InputSize"/> values.</param>
    /// <param name="output">Receives <see cref="OutputSize"/> values: probabilities where the loss implies softmax or sigmoid.</param>
    void Forward(ReadOnlySpan<T> input, Span<T> output);

    /// <summary>Computes the outputs of several samples.</summary>
    /// <param name="inputs">count · <see cref="InputSize"/> values.</param>
    /// <param name="outputs">Receives count · <see cref="OutputSize"/> values.</param>
    /// <param name="count">Number of samples; at least 1.</param>
    void ForwardBatch(ReadOnlySpan<T> inputs, Span<T> outputs, int count);

    /// <summary>Computes the output of one sample before the softmax or sigmoid that the loss implies.</summary>
    /// <param name="input"><see cref="InputSize"/> values.</param>
    /// <param name="logits">Receives <see cref="OutputSize"/> values.</param>
    void ForwardLogits(ReadOnlySpan<T> input, Span<T> logits);

    /// <summary>Computes the mean loss of a batch, without the weight decay penalty.</summary>
    /// <param name="inputs">count · <see cref="InputSize"/> values.</param>
    /// <param name="targets">count · <see cref="OutputSize"/> values.</param>
    /// <param name="count">Number of samples; at least 1.</param>
    T ComputeLossBatch(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, int count);

    /// <summary>Computes the gradient of the mean loss plus penalty with respect to the parameters.</summary>
    /// <param name="inputs">count · <see cref="InputSize"/> values.</param>
    /// <param name="targets">count · <see cref="OutputSize"/> values.</param>
    /// <param name="count">Number of samples; at least 1.</param>
    /// <param name="gradients">Receives <see cref="ParameterCount"/> values in canonical order; overwritten.</param>
    /// <returns>The mean loss, without the penalty.</returns>
    T ComputeGradientsBatch(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, int count, Span<T> gradients);

    /// <summary>Computes the gradient of the mean loss with respect to the inputs.</summary>
    /// <param name="inputs">count · <see cref="InputSize"/> values.</param>
    /// <param name="targets">count · <see cref="OutputSize"/> values.</param>
    /// <param name="count">Number of samples; at least 1.</param>
    /// <param name="inputGradients">Receives count · <see cref="InputSize"/> values; overwritten.</param>
    /// <returns>The mean loss, without the penalty.</returns>
    T ComputeInputGradientsBatch(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, int count, Span<T> inputGradients);

    /// <summary>Makes one step of gradient descent: W ← W − η ∂(mean loss + penalty)/∂W.</summary>
    /// <param name="inputs">count · <see cref="InputSize"/> values.</param>
    /// <param name="targets">count · <see cref="OutputSize"/> values.</param>
    /// <param name="count">Number of samples; at least 1.</param>
    /// <param name="learningRate">η.</param>
    /// <returns>The mean loss before the step, without the penalty.</returns>
    T TrainBatch(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, int count, T learningRate);

    /// <summary>Computes λ/2 Σ W² over the weights; 0 without weight decay.</summary>
    T WeightDecayPenalty();

    /// <summary>Allocates the working memory of one worker.</summary>
    Workspace<T> CreateWorkspace();

    /// <summary>
    /// Adds scale · Σₛ ∂lossₛ/∂W over the samples s, without weight decay: one worker's part of a batch.
    /// </summary>
    /// <param name="inputs">count · <see cref="InputSize"/> values.</param>
    /// <param name="targets">count · <see cref="OutputSize"/> values.</param>
    /// <param name="count">Number of samples; at least 1.</param>
    /// <param name="scale">Factor of the gradients; 1 / (samples of the whole batch) yields the mean.</param>
    /// <param name="packedGradients">As long as <see cref="PackedParameters"/>, in the same order; added to.</param>
    /// <param name="workspace">Made by <see cref="CreateWorkspace"/> and used by no other thread now.</param>
    /// <returns>The sum of the samples' losses, not scaled.</returns>
    T AccumulateGradients(
        ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, int count, T scale, Span<T> packedGradients, Workspace<T> workspace);

    /// <summary>Adds scale · λ W, the gradient of the penalty: once a batch, after its parts are accumulated.</summary>
    /// <param name="scale">Factor; 1 where the parts add up to the mean.</param>
    /// <param name="packedGradients">As long as <see cref="PackedParameters"/>, in the same order; added to.</param>
    void AddWeightDecay(T scale, Span<T> packedGradients);

    /// <summary>Copies the parameters out.</summary>
    /// <param name="parameters">Receives <see cref="ParameterCount"/> values in canonical order.</param>
    void CopyParametersTo(Span<T> parameters);

    /// <summary>Replaces the parameters.</summary>
    /// <param name="parameters"><see cref="ParameterCount"/> values in canonical order.</param>
    void SetParameters(ReadOnlySpan<T> parameters);
}
