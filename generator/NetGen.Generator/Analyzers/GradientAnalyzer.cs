using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Analyzers;

/// <summary>Reports what is wrong with a method with [Gradient]. It asks the generator's own parser.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GradientAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.NoGradient, Descriptors.NotDifferentiable, Descriptors.LanguageTooOld);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.Method);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.GetAttributes().FirstOrDefault(NetGenNames.IsGradient) is not { } gradient)
            return;
        ParsedGradient parsed;
        try
        {
            parsed = GradientParser.Parse(method, gradient, context.Compilation, context.CancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The generator met the same exception and reports it.
            return;
        }

        foreach (var problem in parsed.Problems)
            context.ReportDiagnostic(problem.ToDiagnostic());
    }
}
