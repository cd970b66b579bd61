using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Diagnostics;

/// <summary>Every diagnostic of NetGen. All are errors that cannot be switched off: a wrong network does not compile.</summary>
internal static class Descriptors
{
    private const string Category = "NetGen";

    /// <summary>{0} the class.</summary>
    public static readonly DiagnosticDescriptor NoLayer = Error(
        "NG0001",
        "A network needs a layer",
        "'{0}' has no layer; write one below [Network], such as [Dense(10)]");

    /// <summary>{0} what is measured, {1} the given value, {2} the largest value.</summary>
    public static readonly DiagnosticDescriptor SizeOutOfRange = Error(
        "NG0002",
        "A size is out of range",
        "{0} cannot be {1}; write a whole number from 1 to {2}");

    /// <summary>{0} the class, {1} its parameters so far, {2} the limit.</summary>
    public static readonly DiagnosticDescriptor TooManyParameters = Error(
        "NG0003",
        "A network has too many parameters",
        "With this layer '{0}' has {1} parameters and the limit is {2}; write fewer units");

    /// <summary>{0} the class, {1} the values that a batch needs, {2} the limit, {3} the largest batch size.</summary>
    public static readonly DiagnosticDescriptor BatchTooLarge = Error(
        "NG0004",
        "A batch needs too much working memory",
        "A batch of '{0}' holds {1} values and the limit is {2}; write BatchSize = {3} or less");

    /// <summary>{0} the enumeration, {1} the given value, {2} its members.</summary>
    public static readonly DiagnosticDescriptor UnknownValue = Error(
        "NG0005",
        "An enumeration has no such value",
        "{0} has no value {1}; write one of {2}");

    /// <summary>{0} the property, {1} the given value, {2} what to write.</summary>
    public static readonly DiagnosticDescriptor NumberOutOfRange = Error(
        "NG0006",
        "A hyperparameter is out of range",
        "{0} cannot be {1}; write {2}");

    /// <summary>{0} the layer's attribute, {1} the class.</summary>
    public static readonly DiagnosticDescriptor LayerOnOtherPart = Error(
        "NG0007",
        "Layers belong to the declaration with [Network]",
        "[{0}] stands on another part of '{1}', where its place among the layers is unknown; move it below [Network]");

    /// <summary>{0} the attribute of a layer, or the budget; {1} the class.</summary>
    public static readonly DiagnosticDescriptor LayerWithoutNetwork = Error(
        "NG0008",
        "A layer needs [Network]",
        "[{0}] has no effect on '{1}', which is not a network; write [Network(inputs)] above it");

    /// <summary>{0} the name, {1} the class.</summary>
    public static readonly DiagnosticDescriptor NameTaken = Error(
        "NG0009",
        "A member has the name of a generated member",
        "NetGen generates a member '{0}' in '{1}'; give this one another name");

    /// <summary>{0} the class.</summary>
    public static readonly DiagnosticDescriptor ClassNameTaken = Error(
        "NG0010",
        "A network has the name of a generated member",
        "NetGen generates a member '{0}' and C# allows no member with the name of its class; give the class another name");

    /// <summary>{0} the name, {1} the class.</summary>
    public static readonly DiagnosticDescriptor NameHidden = Error(
        "NG0011",
        "A member hides a type that attributes use",
        "'{0}' means a member of '{1}' here; write NetGen.{0}, or give the member another name");

    /// <summary>{0} the class, {1} what it is, {2} what to write.</summary>
    public static readonly DiagnosticDescriptor UnsupportedType = Error(
        "NG0012",
        "A network must be a plain class",
        "'{0}' is {1}, which cannot be a network; {2}");

    /// <summary>{0} the language version.</summary>
    public static readonly DiagnosticDescriptor LanguageTooOld = Error(
        "NG0013",
        "The language version is too old",
        "NetGen needs C# 9.0 or later and this project is compiled as C# {0}; write <LangVersion>9.0</LangVersion> in the project file");

    /// <summary>{0} the missing type.</summary>
    public static readonly DiagnosticDescriptor TypeMissing = Error(
        "NG0014",
        "A type that networks need is missing",
        "The project does not reference '{0}'; reference the package NetGen and a framework that implements .NET Standard 2.0");

    /// <summary>{0} the layer's attribute.</summary>
    public static readonly DiagnosticDescriptor UnknownLayer = Error(
        "NG0015",
        "The generator does not know this layer",
        "This version of the generator does not know [{0}]; use the library and the generator of one version of the package NetGen");

    /// <summary>{0} the name, {1} what it is already.</summary>
    public static readonly DiagnosticDescriptor LayerNameTaken = Error(
        "NG0016",
        "A layer cannot have this name",
        "'{0}' is {1}; give this layer another name");

    /// <summary>{0} the name, {1} the names that there are.</summary>
    public static readonly DiagnosticDescriptor UnknownLayerName = Error(
        "NG0017",
        "No layer has this name",
        "No layer is named '{0}'; write one of {1}, or give the layer that is meant this name");

    /// <summary>{0} the name.</summary>
    public static readonly DiagnosticDescriptor LayerBelow = Error(
        "NG0018",
        "A layer reads those above it",
        "The layer '{0}' does not stand above this one; move it there, or read another layer");

    /// <summary>{0} the layer that is added, {1} the values that it gives, {2} the values that it is added to.</summary>
    public static readonly DiagnosticDescriptor WidthMismatch = Error(
        "NG0019",
        "A skip adds layers of one width",
        "'{0}' has {1} values and cannot be added to {2} values; "
        + "write [Dense({1})] as the layer above, or skip from a layer of {2} values");

    public static readonly DiagnosticDescriptor UnreadLayer = Error(
        "NG0020",
        "Nothing reads a layer",
        "Nothing reads this layer; remove it, or give it a Name and write that as the Input of a layer below");

    /// <summary>{0} the property, {1} what it has no effect with, {2} what it has an effect with.</summary>
    public static readonly DiagnosticDescriptor NoEffect = Error(
        "NG0021",
        "A hyperparameter has no effect",
        "{0} has no effect with {1}; remove it, or write {2}");

    /// <summary>{0} the loss, {1} what the network does, {2} what to write.</summary>
    public static readonly DiagnosticDescriptor LossMismatch = Error(
        "NG0022",
        "A loss does not fit the last layer",
        "{0} does not fit a network that {1}; write {2}");

    /// <summary>{0} the given value, {1} the class, {2} its layers with parameters.</summary>
    public static readonly DiagnosticDescriptor TrainLastOutOfRange = Error(
        "NG0023",
        "More layers train than there are",
        "TrainLast cannot be {0}; write a whole number from 0 (all) to {2}, the number of layers of '{1}' that have parameters");

    /// <summary>{0} the class, {1} its loss.</summary>
    public static readonly DiagnosticDescriptor NoLabels = Error(
        "NG0024",
        "The loss of a network takes no class labels",
        "'{0}' has Loss.{1}, which takes no class labels; pass target values, or write Loss.SoftmaxCrossEntropy in [Network]");

    /// <summary>{0} the layer's attribute.</summary>
    public static readonly DiagnosticDescriptor NotFirst = Error(
        "NG0025",
        "A layer can only be the first one",
        "[{0}] works on the network's input and stands once, above all other layers; move it there, or remove it");

    /// <summary>{0} the name, {1} the class, {2} a signature.</summary>
    public static readonly DiagnosticDescriptor UnknownFunction = Error(
        "NG0026",
        "A network names a function that is not there",
        "'{1}' has no method '{0}', and neither have its base types and the types around it; write {2}");

    /// <summary>{0} the name, {1} what keeps it from being the function, {2} a signature.</summary>
    public static readonly DiagnosticDescriptor FunctionSignature = Error(
        "NG0027",
        "A function of a network has the wrong signature",
        "'{0}' {1}; write {2}");

    /// <summary>{0} the source, {1} the reason, {2} what to write.</summary>
    public static readonly DiagnosticDescriptor NotDifferentiable = Error(
        "NG0028",
        "A function cannot be differentiated",
        "'{0}' cannot be differentiated: {1}; {2}");

    /// <summary>{0} the method, {1} what is wrong, {2} what to do.</summary>
    public static readonly DiagnosticDescriptor DerivativeOfNothing = Error(
        "NG0029",
        "A derivative has no function",
        "'{0}' {1}; {2}");

    /// <summary>{0} the method, {1} why, {2} what to write.</summary>
    public static readonly DiagnosticDescriptor NoGradient = Error(
        "NG0030",
        "A method can have no gradient",
        "'{0}' {1}; write {2}");

    /// <summary>{0} the file, {1} what is wrong with it, {2} what to do.</summary>
    public static readonly DiagnosticDescriptor NoWeights = Error(
        "NG0031",
        "The weights of a network cannot be read",
        "'{0}' {1}; {2}");

    /// <summary>{0} the file, {1} the class, {2} why.</summary>
    public static readonly DiagnosticDescriptor WeightsMismatch = Error(
        "NG0032",
        "Weights belong to another network",
        "'{0}' does not fit '{1}': {2}");

    /// <summary>{0} the class, {1} the values that it works on, {2} the limit.</summary>
    public static readonly DiagnosticDescriptor JacobianTooLarge = Error(
        "NG0033",
        "A Jacobian needs too much working memory",
        "The Jacobian of '{0}' is computed with {1} values and the limit is {2}; write fewer outputs or units, or Jacobian = false");

    /// <summary>{0} the class, {1} what it costs, {2} the limit, {3} what to change.</summary>
    public static readonly DiagnosticDescriptor OverBudget = Error(
        "NG0034",
        "A network exceeds its budget",
        "'{0}' {1} and its budget is {2}; {3}");

    /// <summary>{0} what is wrong with the name.</summary>
    public static readonly DiagnosticDescriptor NotVisible = Error(
        "NG0035",
        "A visible layer has no name for its members",
        "Visible needs a Name that makes names of members, such as \"features\" for ForwardToFeatures and FeaturesSize; {0}");

    /// <summary>{0} the word, {1} what it means, {2} the class.</summary>
    public static readonly DiagnosticDescriptor WordTaken = Error(
        "NG0040",
        "A declaration changes the meaning of generated code",
        "Generated code in '{2}' says '{0}', which means {1} there; give that another name");

    /// <summary>{0} the class, {1} the exception.</summary>
    public static readonly DiagnosticDescriptor InternalError = Error(
        "NG9999",
        "The generator failed",
        $"NetGen could not compile '{{0}}' because of a mistake of its own; report it at {HelpLinks.Repository}/issues with this message: {{1}}");

    public static readonly ImmutableArray<DiagnosticDescriptor> All = ImmutableArray.Create(
        NoLayer,
        SizeOutOfRange,
        TooManyParameters,
        BatchTooLarge,
        UnknownValue,
        NumberOutOfRange,
        LayerOnOtherPart,
        LayerWithoutNetwork,
        NameTaken,
        ClassNameTaken,
        NameHidden,
        UnsupportedType,
        LanguageTooOld,
        TypeMissing,
        UnknownLayer,
        LayerNameTaken,
        UnknownLayerName,
        LayerBelow,
        WidthMismatch,
        UnreadLayer,
        NoEffect,
        LossMismatch,
        TrainLastOutOfRange,
        NoLabels,
        NotFirst,
        UnknownFunction,
        FunctionSignature,
        NotDifferentiable,
        DerivativeOfNothing,
        NoGradient,
        NoWeights,
        WeightsMismatch,
        JacobianTooLarge,
        OverBudget,
        NotVisible,
        WordTaken,
        InternalError);

    private static DiagnosticDescriptor Error(string id, string title, string message) => new(
        id,
        title,
        message,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(id),
        customTags: WellKnownDiagnosticTags.NotConfigurable);
}
