namespace NetGen;

/// <summary>
/// Freezes a network: its trained parameters become part of the assembly when it is compiled, and its members are static. To
/// use it takes no instance, no file and no allocation.
/// </summary>
/// <remarks>
/// <para>
/// The class may be static. It has the members that infer: <c>Forward</c>, <c>ForwardBatch</c>, <c>ForwardLogits</c>,
/// <c>Classify</c> and the constants. One that is not static is also an <see cref="IModel{T}"/>, for <see cref="Evaluate"/> and
/// whoever else takes one.
/// </para>
/// <para>
/// Parameters of small networks are literals in straight-line code, from which exact zeros vanish; those of larger ones are
/// read-only data. <see cref="StandardizeAttribute"/> goes into the weights of the layers that read it, where those are all of
/// them dense: W (x − mean) · scale + b = W′ x + b′. Outputs are those of the network that was saved, up to the rounding of sums.
/// A weight that is 0 leaves its input out, also one that is NaN or infinite.
/// </para>
/// </remarks>
/// <example>
/// In the project file, <c>&lt;NetGenWeights Include="digits.safetensors" /&gt;</c>, and
/// <code>
/// [Network(64, Loss = Loss.SoftmaxCrossEntropy)]
/// [Dense(32, Activation.Relu)]
/// [Dense(10)]
/// [Weights("digits.safetensors")]
/// public static partial class Digits { }
/// </code>
/// </example>
/// <param name="file">
/// A safetensors file, as <see cref="NetworkFiles"/> and PyTorch's users save it: an item <c>NetGenWeights</c> of the project, by
/// its path from the project's folder, or by its <c>Link</c> where it has one.
/// </param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class WeightsAttribute(string file) : Attribute
{
    /// <summary>The file, as the project calls it.</summary>
    public string File { get; } = file;
}
