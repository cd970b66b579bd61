using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Emit;
using NetGen.Generator.Model;
using NetGen.Generator.Parsing;

namespace NetGen.Generator;

/// <summary>Adds the gradient of every method with [Gradient] to its type.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class GradientGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var reports = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => AnalyzerSwitch.IsOff(options.GlobalOptions));

        var gradients = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                NetGenNames.GradientMetadataName,
                static (node, _) => node is MethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax,
                static (target, cancellationToken) => Parse(target, cancellationToken))
            .WithTrackingName(TrackingNames.ParseGradient)
            .Combine(reports)
            .Select(static (pair, _) => pair.Right ? pair.Left : pair.Left with { Diagnostics = default })
            .WithTrackingName(TrackingNames.Gradient);

        context.RegisterSourceOutput(gradients, Produce);
    }

    private static Result Parse(GeneratorAttributeSyntaxContext target, CancellationToken cancellationToken)
    {
        var method = (IMethodSymbol)target.TargetSymbol;
        try
        {
            var parsed = GradientParser.Parse(method, target.Attributes[0], target.SemanticModel.Compilation, cancellationToken);
            return new(parsed.Model, parsed.Problems.Select(DiagnosticInfo.From).ToEquatableArray(), null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new(null, default, DiagnosticInfo.Failure(method.Name, exception));
        }
    }

    private static void Produce(SourceProductionContext context, Result result)
    {
        foreach (var diagnostic in result.Diagnostics)
            context.ReportDiagnostic(diagnostic.ToDiagnostic());
        if (result.Failure is { } failure)
            context.ReportDiagnostic(failure.ToDiagnostic());
        if (result.Model is not { } model)
            return;
        try
        {
            context.AddSource(model.HintName, SourceText.From(GradientEmitter.Emit(model, context.CancellationToken), Encoding.UTF8));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            context.ReportDiagnostic(DiagnosticInfo.Failure(model.Method, exception).ToDiagnostic());
        }
    }

    private sealed record Result(GradientModel? Model, EquatableArray<DiagnosticInfo> Diagnostics, DiagnosticInfo? Failure);
}
