namespace NetGen.Generator.Model;

/// <summary>All that a network's attributes say, and what its surroundings allow. Nothing of Roslyn is in it.</summary>
/// <param name="Type">Where the generated part belongs.</param>
/// <param name="Inputs">Values in one sample.</param>
/// <param name="Layers">The layers in source order; a layer reads earlier ones.</param>
/// <param name="Loss">The loss's name, as in <c>NetGen.Loss</c>.</param>
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
    string Loss,
    string Reduction,
    double WeightDecay,
    Precision Precision,
    int BatchSize,
    Unrolling Unrolling,
    TargetModel Target);

internal enum Precision
{
    Single,
    Double,
}

internal enum Unrolling
{
    Auto,
    Full,
    None,
}

/// <summary>A layer and what it reads.</summary>
/// <param name="Source">Index of the layer that it reads; −1 is the network's input.</param>
internal abstract record LayerModel(int Source);

/// <summary>a = σ(W x + b).</summary>
/// <param name="Activation">The activation's name, as in <c>NetGen.Activation</c>.</param>
internal sealed record DenseModel(int Source, int Units, string Activation, bool Bias) : LayerModel(Source);

/// <summary>The declaration that the generated part completes.</summary>
/// <param name="Namespace">Dotted, with escaped keywords; empty for the global namespace.</param>
/// <param name="Containers">Headers of the containing types, outermost first, such as <c>partial class Outer&lt;T&gt;</c>.</param>
/// <param name="Name">The type's name, escaped if it is a keyword.</param>
/// <param name="Keyword"><c>class</c> or <c>record</c>.</param>
/// <param name="HintName">Unique file name without regard to case, ending in <c>.g.cs</c>.</param>
/// <param name="HasConstructor">The user declares an instance constructor (a primary one counts), so none is generated.</param>
/// <param name="HasToString">The user overrides ToString, so it is not generated.</param>
/// <param name="IsSealed">Whether the class is sealed, by any of its parts.</param>
internal sealed record TypeModel(
    string Namespace,
    EquatableArray<string> Containers,
    string Name,
    string Keyword,
    string HintName,
    bool HasConstructor,
    bool HasToString,
    bool IsSealed);

/// <summary>What the consumer's framework and language offer.</summary>
/// <param name="HasVectors">Vector128, 256 and 512 exist (net8.0 and later): vector code may be emitted.</param>
/// <param name="LanguageVersion">The C# version times one, such as 9 or 12.</param>
internal sealed record TargetModel(bool HasVectors, int LanguageVersion);
