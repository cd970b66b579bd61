using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>Reads what the consumer's framework and language offer from the compilation itself.</summary>
internal static class TargetParser
{
    /// <summary>What the generated part names; their absence means an old framework or a package that is not whole.</summary>
    private static readonly string[] RequiredTypes =
    [
        "System.Span`1",
        "System.ReadOnlySpan`1",
        "NetGen.IPredictor`1",
        "NetGen.INetwork`1",
        "NetGen.IClassifier`1",
        "NetGen.ParameterLayout",
        "NetGen.MatrixView`1",
        "NetGen.VectorView`1",
        "NetGen.Workspace`1",
        "NetGen.AlignedArray`1",
        "NetGen.Numerics.KernelBase`1",
    ];

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

    /// <summary>Reports the first type that is missing.</summary>
    /// <returns>Whether all are there.</returns>
    public static bool CheckReferences(ParseContext context)
    {
        var missing = FactsOf(context.Compilation).MissingType;
        if (missing is null)
            return true;
        context.Report(Descriptors.TypeMissing, Identifiers.Locate(context.Declaration), missing.Replace("`1", "<T>"));
        return false;
    }

    private static Facts FactsOf(Compilation compilation) => Known.GetValue(compilation, static compilation => new(
        RequiredTypes.FirstOrDefault(name => compilation.GetTypesByMetadataName(name).IsEmpty), HasVectors(compilation)));

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

    private sealed record Facts(string? MissingType, bool HasVectors);
}
