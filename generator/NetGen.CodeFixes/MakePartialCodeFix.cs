using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.CodeFixes;

/// <summary>Writes <c>partial</c> where a network's class, or one around it, has a generated part and is not partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MakePartialCodeFix : SyntaxCodeFix
{
    /// <summary>"Missing partial modifier on declaration of type; another partial declaration of this type exists".</summary>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("CS0260");

    private protected override async Task<SyntaxFix?> FixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        if (NetworkSyntax.DeclarationOf(node) is not { } declaration
            || model.GetDeclaredSymbol(declaration, cancellationToken) is not { } type
            || !HoldsNetwork(type))
        {
            return null;
        }

        return new($"Make '{type.Name}' partial", declaration, AddPartial(declaration));
    }

    private static bool HoldsNetwork(INamedTypeSymbol type) =>
        NetworkSyntax.FindMarker(type) is not null || type.GetTypeMembers().Any(HoldsNetwork);

    private static TypeDeclarationSyntax AddPartial(TypeDeclarationSyntax declaration)
    {
        var modifier = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (declaration.Modifiers.Count > 0)
            return (TypeDeclarationSyntax)declaration.AddModifiers(modifier);

        // The keyword was the first token of its line, so what stands before it moves to the new one.
        var keyword = declaration.Keyword;
        return (TypeDeclarationSyntax)declaration
            .WithKeyword(keyword.WithLeadingTrivia())
            .AddModifiers(modifier.WithLeadingTrivia(keyword.LeadingTrivia));
    }
}
