namespace NetGen;

/// <summary>Marks a partial class as a neural network, whose layers the attributes below it list in order.</summary>
/// <example>
/// <code>
/// [Network(64, Loss = Loss.SoftmaxCrossEntropy)]
/// [Dense(32, Activation.Relu)]
/// [Dense(10)]
/// public sealed partial class Digits { }
/// </code>
/// </example>
/// <param name="inputs">Values in one sample; at least 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class NetworkAttribute(int inputs) : Attribute
{
    /// <summary>Values in one sample.</summary>
    public int Inputs { get; } = inputs;

    /// <summary>What training minimises; <see cref="Loss.Quadratic"/> if not said.</summary>
    public Loss Loss { get; set; } = Loss.Quadratic;

    /// <summary>
    /// The name of a static method of the class that is the loss, in the place of <see cref="Loss"/>. It is differentiated at
    /// compile time.
    /// </summary>
    /// <remarks>
    /// Of each output, <c>static float Asymmetric(float prediction, float target)</c>, which are averaged if <see cref="Reduction"/>
    /// does not say otherwise; or of all outputs together,
    /// <c>static float Cosine(ReadOnlySpan&lt;float&gt; prediction, ReadOnlySpan&lt;float&gt; target)</c>.
    /// </remarks>
    public string? LossFunction { get; set; }

    /// <summary>How the losses of one sample's outputs become one number; as the loss is defined if not said.</summary>
    public Reduction Reduction { get; set; } = Reduction.Default;

    /// <summary>
    /// λ ≥ 0 of the penalty λ/2 Σ W² over all weights W (not the biases), which adds λ W to their gradients; 0 if not said.
    /// </summary>
    /// <remarks>
    /// The penalty is not divided by the batch size, and the losses that the methods return are without it.
    /// </remarks>
    public double WeightDecay { get; set; }

    /// <summary>
    /// δ of <see cref="Loss.Huber"/>, where its square turns into a line; a positive finite number, 1 if not said.
    /// </summary>
    public double HuberDelta { get; set; } = 1;

    /// <summary>
    /// Whether the class can be trained, and is an <see cref="INetwork{T}"/>. Without it the class has the members of
    /// <see cref="IPredictor{T}"/> alone, and the loss says only what <c>Forward</c> gives. True if not said.
    /// </summary>
    public bool Training { get; set; } = true;

    /// <summary>
    /// Whether the class gives the Jacobian ∂output/∂input, and is an <see cref="IDifferentiable{T}"/>. False if not said.
    /// </summary>
    public bool Jacobian { get; set; }

    /// <summary>
    /// How many layers train, counted from the last one with parameters; those before are frozen, whatever their own
    /// <see cref="Trainable"/> says. All layers train if it is 0 or not said. <see cref="StandardizeAttribute"/> does not count.
    /// </summary>
    public int TrainLast { get; set; }

    /// <summary>The type of all numbers; <see cref="Precision.Single"/> if not said.</summary>
    public Precision Precision { get; set; } = Precision.Single;

    /// <summary>How products are rounded and sums are ordered; <see cref="Arithmetic.Fused"/> if not said.</summary>
    public Arithmetic Arithmetic { get; set; } = Arithmetic.Fused;

    /// <summary>
    /// Samples that the working memory for training has room for; at least 1, 32 if not said. Longer batches run in
    /// blocks of this size, with the same result but for rounding.
    /// </summary>
    public int BatchSize { get; set; } = 32;

    /// <summary>
    /// Whether the first layer skips inputs that are exactly 0 when it works on one sample, forward and in the gradient of
    /// its weights: for inputs most of which are 0, such as images of strokes, several times faster. False if not said.
    /// </summary>
    /// <remarks>
    /// The results are those without it, but for the order in which sums are rounded and the sign of a 0; only, a weight
    /// that is NaN or infinite shows in no output, and an error that is NaN in no weight, whose input is 0. Batches, networks so
    /// small that their code is straight-line, and layers of vectors with one output (or two in single precision) skip nothing.
    /// It does not go with <see cref="StandardizeAttribute"/>, after which an input of 0 is 0 no more.
    /// </remarks>
    public bool SparseInputs { get; set; }

    /// <summary>Whether loops are unrolled; <see cref="Unrolling.Auto"/> if not said.</summary>
    public Unrolling Unrolling { get; set; } = Unrolling.Auto;
}
