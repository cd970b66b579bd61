using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Analyzers;

/// <summary>
/// Explains the compiler's error where class labels are passed to a network whose loss takes none: there is no such overload.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LabelAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The position of the target, or of the labels in its place.</summary>
    private const int Position = 1;

    private static readonly HashSet<string> Methods =
    [
        .. GeneratedMembers.Of("", [], "SoftmaxCrossEntropy", Precision.Single, training: true, jacobian: false)
            .Where(member => member.Parameters.Any(parameter => IsLabel(parameter.Name)))
            .Select(member => member.Name),
    ];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.NoLabels);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.InvocationExpression);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        var invocation = (InvocationExpressionSyntax)context.Node;
        if (!Methods.Contains(NameOf(invocation.Expression)) || FindLabels(invocation) is not { } labels)
            return;

        var called = context.SemanticModel.GetSymbolInfo(invocation, context.CancellationToken);
        if (called.Symbol is not null || !IsInt(context.SemanticModel.GetTypeInfo(labels, context.CancellationToken).Type))
            return;

        var network = called.CandidateSymbols.Select(method => method.ContainingType).FirstOrDefault(NetGenNames.HasNetwork);
        if (network is not null && LossOf(network) is { } loss && !GeneratedMembers.HasLabels(loss))
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.NoLabels, labels.GetLocation(), network.Name, loss));
    }

    private static string NameOf(ExpressionSyntax method) => method switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        IdentifierNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };

    private static ExpressionSyntax? FindLabels(InvocationExpressionSyntax invocation)
    {
        var arguments = invocation.ArgumentList.Arguments;
        var named = arguments.FirstOrDefault(argument => argument.NameColon is { } name && IsLabel(name.Name.Identifier.ValueText));
        return (named ?? arguments.ElementAtOrDefault(Position))?.Expression;
    }

    private static bool IsLabel(string parameter) => parameter is "label" or "labels";

    /// <summary>Whether a value is a label or several.</summary>
    private static bool IsInt(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => IsInt(array.ElementType),
        INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", Arity: 1 } span => IsInt(span.TypeArguments[0]),
        _ => type?.SpecialType == SpecialType.System_Int32,
    };

    /// <summary>The loss's name; null if it has none.</summary>
    private static string? LossOf(INamedTypeSymbol network)
    {
        var loss = network.GetAttributes().First(NetGenNames.IsNetwork).NamedArguments
            .Where(argument => argument.Key == "Loss")
            .Select(argument => (TypedConstant?)argument.Value)
            .FirstOrDefault();
        return loss is null
            ? "Quadratic"
            : loss.Value.Type?.GetMembers().OfType<IFieldSymbol>()
                .FirstOrDefault(member => member.HasConstantValue && Equals(member.ConstantValue, loss.Value.Value))?.Name;
    }
}
