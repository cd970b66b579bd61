namespace NetGen.Generator.Model;

/// <summary>All that a network's attributes say, and what its surroundings allow. Nothing of Roslyn is in it.</summary>
/// <param name="Type">Where the generated part belongs.</param>
/// <param name="Inputs">Values in one sample.</param>
/// <param name="Layers">The layers in source order; a layer reads earlier ones.</param>
/// <param name="Loss">One of <c>NetGen.Loss</c>, or the user's.</param>
/// <param name="Reduction">How the losses of one sample's outputs become one number: Default, Sum or Mean.</param>
/// <param name="WeightDecay">λ of the penalty λ/2 Σ‖W‖²; 0 without.</param>
/// <param name="Precision">The arithmetic: Single or Double.</param>
/// <param name="BatchSize">Samples that the training workspace holds.</param>
/// <param name="Unrolling">Auto, Full or None.</param>
/// <param name="Target">What the consuming compilation offers.</param>
internal sealed record NetworkModel(
    TypeModel Type,
    int Inputs,
    EquatableArray<LayerModel> Layers,
    FunctionChoice Loss,
    string Reduction,
    double WeightDecay,
    Precision Precision,
    int BatchSize,
    Unrolling Unrolling,
    TargetModel Target)
{
    /// <summary>δ of the Huber loss.</summary>
    public double HuberDelta { get; init; } = 1;

    /// <summary>Whether results are the same bits without fused multiply-add too: Fused or Exact.</summary>
    public Arithmetic Arithmetic { get; init; }

    /// <summary>Whether members that train are generated.</summary>
    public bool Training { get; init; } = true;

    /// <summary>The file whose parameters become part of the class, as the project calls it; null if they are not frozen.</summary>
    public string? WeightsFile { get; init; }

    /// <summary>The parameters, once the file is read.</summary>
    public FrozenParameters? Frozen { get; init; }

    /// <summary>Whether the Jacobian ∂output/∂input is generated.</summary>
    public bool Jacobian { get; init; }

    /// <summary>Whether the first layer skips inputs that are 0, one sample at a time.</summary>
    public bool SparseInputs { get; init; }

    /// <summary>Values that a layer gives; −1 is the network's input.</summary>
    public int UnitsOf(int layer) => layer < 0 ? Inputs : Layers[layer] switch
    {
        DenseModel dense => dense.Units,
        var other => UnitsOf(other.Source),
    };

    /// <summary>The layers whose output can be looked at.</summary>
    public IEnumerable<int> VisibleLayers => Enumerable.Range(0, Layers.Count).Where(index => Layers[index].Visible is not null);

    /// <summary>Values in one prediction.</summary>
    public int Outputs => UnitsOf(Layers.Count - 1);
}

internal enum Precision
{
    Single,
    Double,
}

internal enum Arithmetic
{
    Fused,
    Exact,
    Fast,
}

internal enum Unrolling
{
    Auto,
    Full,
    None,
}

/// <summary>A layer and what it reads.</summary>
/// <param name="Source">Index of the layer that it reads; −1 is the network's input.</param>
internal abstract record LayerModel(int Source)
{
    /// <summary>Parameters of its activation that training changes.</summary>
    public virtual EquatableArray<LearnableModel> Learnables => default;

    /// <summary>How its output can be looked at; null if it cannot.</summary>
    public VisibleModel? Visible { get; init; }
}

/// <summary>The names under which a layer's output can be looked at.</summary>
/// <param name="Layer">The layer's own, such as <c>features</c>.</param>
/// <param name="Member">What the names of members have of it, such as <c>Features</c>.</param>
/// <param name="Parameter">The parameter of the method, escaped if it is a keyword.</param>
internal sealed record VisibleModel(string Layer, string Member, string Parameter)
{
    public string Method => "ForwardTo" + Member;

    public string Size => Member + "Size";
}

/// <summary>A layer with an activation.</summary>
/// <param name="Activation">One of <c>NetGen.Activation</c>, or the user's.</param>
internal abstract record ActivatedModel(int Source, FunctionChoice Activation) : LayerModel(Source)
{
    /// <summary>The slope of leaky relu, the α of elu; NaN for the usual one.</summary>
    public double Alpha { get; init; } = double.NaN;

    /// <summary>Which parameters training changes, as in <c>NetGen.Trainable</c>: All, Biases or None.</summary>
    public string Trainable { get; init; } = "All";

    public override EquatableArray<LearnableModel> Learnables => Activation.Own?.Learnables ?? default;
}

/// <summary>A layer with weights, biases and an activation: σ(W x + b).</summary>
/// <param name="Bias">Whether b is there.</param>
internal abstract record AffineModel(int Source, FunctionChoice Activation, bool Bias) : ActivatedModel(Source, Activation)
{
    /// <summary>How the weights start, as in <c>NetGen.Initializer</c>.</summary>
    public string Initializer { get; init; } = "Default";
}

/// <summary>a = σ(W x + b).</summary>
internal sealed record DenseModel(int Source, int Units, FunctionChoice Activation, bool Bias) : AffineModel(Source, Activation, Bias);

/// <summary>y = x + σ(W x + b), as wide as its input.</summary>
internal sealed record ResidualModel(int Source, FunctionChoice Activation, bool Bias) : AffineModel(Source, Activation, Bias);

/// <summary>a = σ(x).</summary>
internal sealed record ActivationModel(int Source, FunctionChoice Activation) : ActivatedModel(Source, Activation);

/// <summary>y = x + h, with the output h of an earlier layer.</summary>
/// <param name="Other">Index of the layer that is added; −1 is the network's input.</param>
internal sealed record SkipModel(int Source, int Other) : LayerModel(Source);

/// <summary>x̂ = (x − mean) · scale, the first layer of a network.</summary>
internal sealed record StandardizeModel(int Source) : LayerModel(Source);

/// <summary>The declaration that the generated part completes.</summary>
/// <param name="Namespace">Dotted, with escaped keywords; empty for the global namespace.</param>
/// <param name="Containers">Headers of the containing types, outermost first, such as <c>partial class Outer&lt;T&gt;</c>.</param>
/// <param name="Name">The type's name, escaped if it is a keyword.</param>
/// <param name="Keyword"><c>class</c> or <c>record</c>.</param>
/// <param name="HintName">Unique file name without regard to case, ending in <c>.g.cs</c>.</param>
/// <param name="HasConstructor">
/// The user declares an instance constructor (a primary one counts), or has to, so none is generated.
/// </param>
/// <param name="HasToString">The user overrides ToString, so it is not generated.</param>
/// <param name="IsSealed">Whether the class is sealed, by any of its parts.</param>
/// <param name="IsStatic">Whether the class is static, as one with frozen parameters may be.</param>
internal sealed record TypeModel(
    string Namespace,
    EquatableArray<string> Containers,
    string Name,
    string Keyword,
    string HintName,
    bool HasConstructor,
    bool HasToString,
    bool IsSealed,
    bool IsStatic = false);

/// <summary>What the consumer's framework and language offer.</summary>
/// <param name="HasVectors">Vector128, 256 and 512 exist (net8.0 and later): vector code may be emitted.</param>
/// <param name="LanguageVersion">The C# version times one, such as 9 or 12.</param>
internal sealed record TargetModel(bool HasVectors, int LanguageVersion);
