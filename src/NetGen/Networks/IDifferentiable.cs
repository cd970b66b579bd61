namespace NetGen;

/// <summary>A network that gives the derivatives of its outputs: one that says <c>[Network(…, Jacobian = true)]</c>.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>, the network's <see cref="Precision"/>.</typeparam>
public interface IDifferentiable<T> : IModel<T>
    where T : unmanaged
{
    /// <summary>Computes the output of one sample and its Jacobian, the derivative of every output by every input.</summary>
    /// <remarks>
    /// <para>
    /// jacobian[o · <see cref="IModel{T}.InputSize"/> + i] = ∂output[o]/∂input[i], of the outputs that
    /// <see cref="IModel{T}.Forward"/> gives: behind the softmax or sigmoid that the loss implies. At a kink of an activation
    /// it is the derivative that training uses. From output + Σ jacobian · Δinput follows what a small change of the input does.
    /// </para>
    /// <para>
    /// It is one forward pass and one backward pass for each output, in which δ of the last layer l is
    /// δˡ[o,i] = ∂output[o]/∂z[i], of those before δˡ[o,j] = Σᵢ Wˡ⁺¹[i,j] δˡ⁺¹[o,i] σ′(zˡ[j]), and the Jacobian Σⱼ W¹[j,i] δ¹[o,j].
    /// It is thread-safe like <see cref="IModel{T}.Forward"/>, and allocates nothing up to 128 KiB of working memory.
    /// </para>
    /// </remarks>
    /// <param name="input"><see cref="IModel{T}.InputSize"/> values.</param>
    /// <param name="output">Receives <see cref="IModel{T}.OutputSize"/> values.</param>
    /// <param name="jacobian">
    /// Receives <see cref="IModel{T}.OutputSize"/> · <see cref="IModel{T}.InputSize"/> values, [output, input] row-major.
    /// </param>
    /// <exception cref="ArgumentException">A span has another length, or overlaps another one.</exception>
    void ComputeJacobian(ReadOnlySpan<T> input, Span<T> output, Span<T> jacobian);
}
