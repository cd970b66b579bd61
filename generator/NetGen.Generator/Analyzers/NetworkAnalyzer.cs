using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;
using NetGen.Generator.Parsing;
using NetGen.Generator.Weights;

namespace NetGen.Generator.Analyzers;

/// <summary>Reports what is wrong with a network, at the argument that is wrong. It asks the generator's own parser.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NetworkAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        Descriptors.All.Remove(Descriptors.InternalError).Remove(Descriptors.NoLabels).Remove(Descriptors.NoGradient);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var attributes = type.GetAttributes();
        if (attributes.FirstOrDefault(NetGenNames.IsNetwork) is { } network)
            AnalyzeNetwork(context, type, network);
        else if (attributes.FirstOrDefault(IsOfNetwork) is { } attribute)
            ReportAlone(context, type, attribute);
    }

    private static void AnalyzeNetwork(SymbolAnalysisContext context, INamedTypeSymbol type, AttributeData network)
    {
        ParsedNetwork parsed;
        try
        {
            parsed = NetworkParser.Parse(type, network, context.Compilation, context.CancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The generator met the same exception and reports it.
            return;
        }

        foreach (var problem in parsed.Problems)
            context.ReportDiagnostic(problem.ToDiagnostic());
        if (parsed is { Model: { } model, Weights: { } weights })
            CheckWeights(context, model, weights);
    }

    private static void CheckWeights(SymbolAnalysisContext context, NetworkModel model, Location weights)
    {
        var files = context.Options.AdditionalFiles.Select(text => WeightFile.Read(text, context.CancellationToken)).OfType<WeightFile>();
        if (WeightBinder.Bind(model, [.. files]) is { Problem: { } problem } binding)
            context.ReportDiagnostic(new Problem(problem, weights, binding.Arguments).ToDiagnostic());
    }

    private static bool IsOfNetwork(AttributeData attribute) => LayerParser.IsLayer(attribute) || NetGenNames.IsSetting(attribute);

    private static void ReportAlone(SymbolAnalysisContext context, INamedTypeSymbol type, AttributeData attribute)
    {
        var location = attribute.ApplicationSyntaxReference!.GetSyntax(context.CancellationToken).GetLocation();
        var name = NetGenNames.Short(attribute.AttributeClass!.Name);
        context.ReportDiagnostic(new Problem(Descriptors.LayerWithoutNetwork, location, [name, type.Name]).ToDiagnostic());
    }
}
