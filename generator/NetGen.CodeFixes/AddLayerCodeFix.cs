using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.CodeFixes;

/// <summary>Writes a layer below the others, or below <c>[Network]</c>, where a network has none with parameters.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class AddLayerCodeFix : SyntaxCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("NG0001");

    private protected override async Task<SyntaxFix?> FixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (NetworkSyntax.DeclarationOf(node) is not { } declaration)
            return null;
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        var layer = LayerSyntax.Create("Dense(10)", model, node.SpanStart);
        return new($"Add the layer [{layer}]", declaration, LayerSyntax.Append(declaration, [layer]));
    }
}
