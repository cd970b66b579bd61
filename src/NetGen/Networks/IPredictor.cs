namespace NetGen;

/// <summary>What every generated network can do, also one that cannot be trained.</summary>
/// <remarks>
/// <para>Samples are row-major: sample s is at [s · size, (s + 1) · size) of a span that holds count samples.</para>
/// <para>
/// Two orders of parameters: <i>canonical</i>, exactly <see cref="ParameterCount"/> values, layer by layer a weight matrix
/// [output, input] row-major and then its bias, as in PyTorch; and <i>packed</i>, the kernels' own order with pads, described
/// by <see cref="Layout"/>. What a pad holds never matters.
/// </para>
/// <para>The methods that compute outputs are thread-safe as long as nobody changes the parameters.</para>
/// <para>A span of the wrong length makes every method throw <see cref="ArgumentException"/>. NaN and infinity pass through.</para>
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>, the network's <see cref="Precision"/>.</typeparam>
public interface IPredictor<T>
    where T : unmanaged
{
    /// <summary>Names, shapes and places of the parameters.</summary>
    ParameterLayout Layout { get; }

    /// <summary>Values in one sample.</summary>
    int InputSize { get; }

    /// <summary>Values in one output.</summary>
    int OutputSize { get; }

    /// <summary>Number of weights and biases, pads not counted.</summary>
    int ParameterCount { get; }

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

    /// <summary>The most likely class of one sample: the index of the largest output, by the logits where the network has any; the
    /// first one of equals.</summary>
    /// <param name="input"><see cref="InputSize"/> values.</param>
    int Classify(ReadOnlySpan<T> input);

    /// <summary>Copies the parameters out.</summary>
    /// <param name="parameters">Receives <see cref="ParameterCount"/> values in canonical order.</param>
    void CopyParametersTo(Span<T> parameters);

    /// <summary>Replaces the parameters.</summary>
    /// <param name="parameters"><see cref="ParameterCount"/> values in canonical order.</param>
    void SetParameters(ReadOnlySpan<T> parameters);
}
