using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.CodeFixes;

/// <summary>Writes the loss that fits the last layer, as the diagnostic names it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class CorrectLossCodeFix : SyntaxCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("NG0022");

    private protected override Task<SyntaxFix?> FixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var loss = node.FirstAncestorOrSelf<AttributeArgumentSyntax>()?.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            IdentifierNameSyntax name => name,
            _ => null,
        };
        if (loss is null || !diagnostic.Properties.TryGetValue("Replacement", out var replacement) || replacement is null)
            return Task.FromResult<SyntaxFix?>(null);
        var fitting = SyntaxFactory.IdentifierName(replacement).WithTriviaFrom(loss);
        return Task.FromResult<SyntaxFix?>(new($"Write Loss.{replacement}", loss, fitting));
    }
}
