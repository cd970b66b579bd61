namespace NetGen;

/// <summary>
/// Limits what a network may cost: a figure that exceeds its limit is a build error at the limit, which says what to change.
/// What is left out has no limit.
/// </summary>
/// <remarks>
/// All but <see cref="CodeBytes"/> are constants of the generated class with the same names. A frozen network, see
/// <see cref="WeightsAttribute"/>, is judged as if its parameters were in memory.
/// </remarks>
/// <example>
/// <code>
/// [Network(64, Loss = Loss.SoftmaxCrossEntropy)]
/// [Budget(ParameterBytes = 10_000, InferenceBytes = 512, CodeBytes = 40_000)]
/// [Dense(32, Activation.Relu)]
/// [Dense(10)]
/// public sealed partial class Digits { }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class BudgetAttribute : Attribute
{
    /// <summary>The most elements that all parameter tensors may have together.</summary>
    public long ParameterCount { get; set; }

    /// <summary>The most multiply-adds of one sample's forward pass, counted as the products with weights.</summary>
    public long ForwardMultiplyAdds { get; set; }

    /// <summary>The most multiply-adds of one sample's backward pass to the parameters, beside those of its forward pass.</summary>
    public long BackwardMultiplyAdds { get; set; }

    /// <summary>The most bytes that the parameters may take in memory, with the pads that align them.</summary>
    public long ParameterBytes { get; set; }

    /// <summary>The most bytes of working memory of one forward pass: of the stack, up to 128 KiB.</summary>
    public long InferenceBytes { get; set; }

    /// <summary>
    /// The most bytes of a training workspace: gradients, and what a batch of <see cref="NetworkAttribute.BatchSize"/> samples
    /// works on. Each thread that trains has one.
    /// </summary>
    public long TrainingBytes { get; set; }

    /// <summary>
    /// The most bytes of x64 machine code that the class may become, as its remarks estimate them: with the kernels of one width
    /// of vectors, and with the members that train unless <see cref="NetworkAttribute.Training"/> is false.
    /// </summary>
    public long CodeBytes { get; set; }
}
