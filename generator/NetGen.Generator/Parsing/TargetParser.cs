using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>Reads what the consumer's framework and language offer from the compilation itself.</summary>
internal static class TargetParser
{
    /// <summary>What generated code names; their absence means an old framework or a package that is not whole.</summary>
    private static readonly string[] RequiredTypes =
    [
        "System.Span`1",
        "System.ReadOnlySpan`1",
        "NetGen.IModel`1",
        "NetGen.IPredictor`1",
        "NetGen.INetwork`1",
        "NetGen.IClassifier`1",
        "NetGen.IDifferentiable`1",
        "NetGen.Guard",
        "NetGen.ParameterKind",
        "NetGen.ParameterLayout",
        "NetGen.ParameterTensor",
        "NetGen.MatrixView`1",
        "NetGen.VectorView`1",
        "NetGen.Workspace`1",
        "NetGen.AlignedArray`1",
        "NetGen.Numerics.Elementary",
        "NetGen.Numerics.KernelBase`1",
        "NetGen.Numerics.ExactKernelBase`1",
        "System.Math",
        "System.Exception",
        "System.InvalidOperationException",
        "System.Runtime.CompilerServices.MethodImplAttribute",
        "System.Runtime.CompilerServices.MethodImplOptions",
    ];

    private static readonly string[] Roots = ["System", "NetGen"];

    private const LanguageVersion OldestLanguage = LanguageVersion.CSharp9;

    // The same for every network of a compilation, and each keystroke makes a new compilation.
    private static readonly ConditionalWeakTable<Compilation, Facts> Known = new();

    public static TargetModel Parse(ParseContext context)
    {
        CheckLanguage(context);
        return new(FactsOf(context.Compilation).HasVectors, (int)context.Compilation.LanguageVersion / 100);
    }

    /// <summary>Reports a language that is older than generated code.</summary>
    /// <returns>Whether it is new enough.</returns>
    public static bool CheckLanguage(ParseContext context)
    {
        var language = context.Compilation.LanguageVersion;
        if (language >= OldestLanguage)
            return true;
        context.Report(Descriptors.LanguageTooOld, Identifiers.Locate(context.Declaration), language.ToDisplayString());
        return false;
    }

    /// <summary>Reports the first type that is missing, or that means another one.</summary>
    /// <returns>Whether all are there.</returns>
    public static bool CheckReferences(ParseContext context)
    {
        var facts = FactsOf(context.Compilation);
        if (facts.MissingType is { } missing)
            context.Report(Descriptors.TypeMissing, Identifiers.Locate(context.Declaration), missing.Replace("`1", "<T>"));
        else if (facts.OtherType is { } other)
            context.Report(Descriptors.WordTaken, Identifiers.Locate(context.Declaration), "global::" + other.Split('`')[0], "a declaration of the project", context.Type.Name);
        return facts is { MissingType: null, OtherType: null };
    }

    private static Facts FactsOf(Compilation compilation) => Known.GetValue(compilation, static compilation => new(
        RequiredTypes.FirstOrDefault(name => compilation.GetTypesByMetadataName(name).IsEmpty),
        Roots.FirstOrDefault(name => !compilation.GlobalNamespace.GetTypeMembers(name, 0).IsEmpty)
            ?? RequiredTypes.FirstOrDefault(name => compilation.Assembly.GetTypeByMetadataName(name) is not null),
        HasVectors(compilation)));

    /// <summary>
    /// Both must be there: a framework with 512-bit vectors can still reference the netstandard2.0 build of the library.
    /// </summary>
    private static bool HasVectors(Compilation compilation)
    {
        var vector = compilation.GetTypeByMetadataName("System.Runtime.Intrinsics.Vector512`1");
        var elementary = compilation.GetTypeByMetadataName("NetGen.Numerics.Elementary");
        return vector is not null
            && elementary is not null
            && elementary.GetMembers().OfType<IMethodSymbol>().SelectMany(method => method.Parameters).Any(TakesVector);

        bool TakesVector(IParameterSymbol parameter) =>
            SymbolEqualityComparer.Default.Equals(parameter.Type.OriginalDefinition, vector);
    }

    /// <param name="OtherType">What the project itself declares where generated code means a type of the framework or of the library.</param>
    private sealed record Facts(string? MissingType, string? OtherType, bool HasVectors);
}
