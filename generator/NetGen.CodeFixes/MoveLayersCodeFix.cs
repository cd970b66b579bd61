using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace NetGen.CodeFixes;

/// <summary>Moves all layers on other parts of a class below <c>[Network]</c>, part by part in the order of the source.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MoveLayersCodeFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("NG0007");

    /// <summary>One action moves the layers of all parts already.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false))!;
        if (NetworkSyntax.DeclarationOf(root!.FindNode(context.Span)) is not { } part
            || model.GetDeclaredSymbol(part, context.CancellationToken) is not { } type
            || NetworkSyntax.FindMarker(type)?.ApplicationSyntaxReference is not { } marker)
        {
            return;
        }

        var solution = context.Document.Project.Solution;
        context.RegisterCodeFix(
            CodeAction.Create(
                $"Move the layers of '{type.Name}' below [Network]",
                cancellationToken => MoveAsync(solution, type, marker, cancellationToken),
                equivalenceKey: "NG0007"),
            context.Diagnostics);
    }

    private static async Task<Solution> MoveAsync(
        Solution solution, INamedTypeSymbol type, SyntaxReference marker, CancellationToken cancellationToken)
    {
        var network = NetworkSyntax.DeclarationOf(await marker.GetSyntaxAsync(cancellationToken).ConfigureAwait(false))!;
        var layers = type.GetAttributes()
            .Where(NetworkSyntax.IsLayer)
            .Select(attribute => (AttributeSyntax)attribute.ApplicationSyntaxReference!.GetSyntax(cancellationToken))
            .Where(layer => NetworkSyntax.DeclarationOf(layer) != network)
            .ToList();

        var editor = new SolutionEditor(solution);
        await ReplaceAsync(network, LayerSyntax.Append(network, layers)).ConfigureAwait(false);
        foreach (var part in layers.GroupBy(layer => NetworkSyntax.DeclarationOf(layer)!))
            await ReplaceAsync(part.Key, LayerSyntax.Remove(part.Key, part)).ConfigureAwait(false);
        return editor.GetChangedSolution();

        async Task ReplaceAsync(SyntaxNode before, SyntaxNode after)
        {
            var document = solution.GetDocumentId(before.SyntaxTree);
            (await editor.GetDocumentEditorAsync(document, cancellationToken).ConfigureAwait(false)).ReplaceNode(before, after);
        }
    }
}
