namespace NetGen;

/// <summary>A network with parameters that can be set: every generated one that is not frozen, also one that cannot be trained.</summary>
/// <remarks>
/// <para>
/// Two orders of parameters: <i>canonical</i>, exactly <see cref="IModel{T}.ParameterCount"/> values, layer by layer a weight matrix
/// [output, input] row-major and then its bias, as in PyTorch; and <i>packed</i>, the kernels' own order with pads, described
/// by <see cref="Layout"/>. What a pad holds never matters.
/// </para>
/// <para>The methods that compute outputs are thread-safe as long as nobody changes the parameters.</para>
/// <para>A span of the wrong length makes every method throw <see cref="ArgumentException"/>. NaN and infinity pass through.</para>
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>, the network's <see cref="Precision"/>.</typeparam>
public interface IPredictor<T> : IModel<T>
    where T : unmanaged
{
    /// <summary>Names, shapes and places of the parameters.</summary>
    ParameterLayout Layout { get; }

    /// <summary>The live parameters in packed order: writing to it changes the network.</summary>
    Span<T> PackedParameters { get; }

    /// <summary>Draws new parameters; the same seed gives the same numbers on every platform.</summary>
    /// <param name="seed">Any number.</param>
    void Initialize(int seed);

    /// <summary>Copies the parameters out.</summary>
    /// <param name="parameters">Receives <see cref="IModel{T}.ParameterCount"/> values in canonical order.</param>
    void CopyParametersTo(Span<T> parameters);

    /// <summary>Replaces the parameters.</summary>
    /// <param name="parameters"><see cref="IModel{T}.ParameterCount"/> values in canonical order.</param>
    void SetParameters(ReadOnlySpan<T> parameters);
}
