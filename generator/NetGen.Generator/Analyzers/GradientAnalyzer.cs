using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Analyzers;

/// <summary>
/// Reports what is wrong with a method with [Gradient], which the generator's own parser says, and with [Derivative] outside of a network.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GradientAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(
            Descriptors.NoGradient,
            Descriptors.NotDifferentiable,
            Descriptors.LanguageTooOld,
            Descriptors.DerivativeOfNothing,
            Descriptors.TypeMissing,
            Descriptors.WordTaken);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(
            symbol => Analyze((IMethodSymbol)symbol.Symbol, symbol.Compilation, symbol.ReportDiagnostic, symbol.CancellationToken), SymbolKind.Method);

        // Symbol actions leave out what is declared inside of a body.
        context.RegisterSyntaxNodeAction(AnalyzeLocal, SyntaxKind.LocalFunctionStatement, SyntaxKind.ParenthesizedLambdaExpression);
    }

    private static void AnalyzeLocal(SyntaxNodeAnalysisContext node)
    {
        var symbol = node.SemanticModel.GetDeclaredSymbol(node.Node, node.CancellationToken)
            ?? node.SemanticModel.GetSymbolInfo(node.Node, node.CancellationToken).Symbol;
        if (symbol is IMethodSymbol method)
            Analyze(method, node.Compilation, node.ReportDiagnostic, node.CancellationToken);
    }

    private static void Analyze(IMethodSymbol method, Compilation compilation, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        // A network says so of its own.
        if (!NetGenNames.HasNetwork(method.ContainingType) && Derivatives.ProblemOf(method, cancellationToken) is { } wrong)
            report(wrong.ToDiagnostic());
        if (method.GetAttributes().FirstOrDefault(NetGenNames.IsGradient) is not { } gradient)
            return;
        ParsedGradient parsed;
        try
        {
            parsed = GradientParser.Parse(method, gradient, compilation, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The generator met the same exception and reports it.
            return;
        }

        foreach (var problem in parsed.Problems)
            report(problem.ToDiagnostic());
    }
}
