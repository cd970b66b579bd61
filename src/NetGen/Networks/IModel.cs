namespace NetGen;

/// <summary>What computes outputs from inputs: every generated network, also one whose parameters are frozen.</summary>
/// <remarks>
/// <para>Samples are row-major: sample s is at [s · size, (s + 1) · size) of a span that holds count samples.</para>
/// <para>The methods are thread-safe as long as nobody changes parameters.</para>
/// <para>
/// A span of the wrong length, or one for results that overlaps what is read, makes every method throw <see cref="ArgumentException"/>.
/// NaN and infinity pass through.
/// </para>
/// <para>
/// A generated class has the sizes as constants, such as <c>Digits.InputSize</c>; they are properties of the interface.
/// </para>
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>, the network's <see cref="Precision"/>.</typeparam>
public interface IModel<T>
    where T : unmanaged
{
    /// <summary>Values in one sample.</summary>
    int InputSize { get; }

    /// <summary>Values in one output.</summary>
    int OutputSize { get; }

    /// <summary>Number of weights and biases, pads not counted.</summary>
    int ParameterCount { get; }

    /// <summary>Computes the output of one sample.</summary>
    /// <param name="input"><see cref="InputSize"/> values.</param>
    /// <param name="output">Receives <see cref="OutputSize"/> values: probabilities where the loss implies softmax or sigmoid.</param>
    void Forward(ReadOnlySpan<T> input, Span<T> output);

    /// <summary>Computes the outputs of several samples.</summary>
    /// <param name="inputs">count · <see cref="InputSize"/> values of count samples, at least 1.</param>
    /// <param name="outputs">Receives count · <see cref="OutputSize"/> values.</param>
    void ForwardBatch(ReadOnlySpan<T> inputs, Span<T> outputs);

    /// <summary>Computes the output of one sample before the softmax or sigmoid that the loss implies.</summary>
    /// <param name="input"><see cref="InputSize"/> values.</param>
    /// <param name="logits">Receives <see cref="OutputSize"/> values.</param>
    void ForwardLogits(ReadOnlySpan<T> input, Span<T> logits);

    /// <summary>The most likely class of one sample: the index of the largest output, by the logits where the network has any; the
    /// first one of equals.</summary>
    /// <param name="input"><see cref="InputSize"/> values.</param>
    int Classify(ReadOnlySpan<T> input);
}
