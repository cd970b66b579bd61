using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Diagnostics;

/// <summary>Every diagnostic of NetGen. All are errors that cannot be switched off: a wrong network does not compile.</summary>
internal static class Descriptors
{
    private const string Category = "NetGen";

    /// <summary>{0} the class, {1} the inputs.</summary>
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

    /// <summary>{0} the given value.</summary>
    public static readonly DiagnosticDescriptor WeightDecayOutOfRange = Error(
        "NG0006",
        "Weight decay must be zero or positive",
        "WeightDecay cannot be {0}; write 0 or a positive finite number, such as 0.0001");

    /// <summary>{0} the layer's attribute, {1} the class.</summary>
    public static readonly DiagnosticDescriptor LayerOnOtherPart = Error(
        "NG0007",
        "Layers belong to the declaration with [Network]",
        "[{0}] stands on another part of '{1}', where its place among the layers is unknown; move it below [Network]");

    /// <summary>{0} the layer's attribute, {1} the class.</summary>
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
        WeightDecayOutOfRange,
        LayerOnOtherPart,
        LayerWithoutNetwork,
        NameTaken,
        ClassNameTaken,
        NameHidden,
        UnsupportedType,
        LanguageTooOld,
        TypeMissing,
        UnknownLayer,
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
