using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.CodeFixes;

/// <summary>Writes layers.</summary>
internal static class LayerSyntax
{
    /// <summary>An attribute of the library, qualified where its namespace is not imported.</summary>
    /// <param name="text">Such as <c>Dense(10)</c>.</param>
    public static AttributeSyntax Create(string text, SemanticModel model, int position)
    {
        var isImported = model.LookupNamespacesAndTypes(position, name: "DenseAttribute").Any();
        var source = $"[{(isImported ? "" : "NetGen.")}{text}] class C;";
        return SyntaxFactory.ParseCompilationUnit(source).DescendantNodes().OfType<AttributeSyntax>().First();
    }

    /// <summary>The declaration with layers below its last attribute, each on a line of its own.</summary>
    public static TypeDeclarationSyntax Append(TypeDeclarationSyntax declaration, IReadOnlyList<AttributeSyntax> layers)
    {
        var above = declaration.AttributeLists.Last();
        var indentation = above.GetLeadingTrivia().Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        var lists = layers.Select(layer => SyntaxFactory
            .AttributeList(SyntaxFactory.SingletonSeparatedList(layer.WithoutTrivia()))
            .WithLeadingTrivia(indentation)
            .WithTrailingTrivia(EndOfLine(declaration)));
        return (TypeDeclarationSyntax)declaration.WithAttributeLists(
            declaration.AttributeLists.Replace(above, above.WithTrailingTrivia(EndOfLine(declaration))).AddRange(lists));
    }

    /// <summary>The declaration without some of its layers, and without the lists and lines that only held them.</summary>
    public static TypeDeclarationSyntax Remove(TypeDeclarationSyntax declaration, IEnumerable<AttributeSyntax> layers)
    {
        var removed = new HashSet<AttributeSyntax>(layers);
        var emptied = declaration.AttributeLists.Where(list => list.Attributes.All(removed.Contains)).ToList();
        var nodes = removed.Where(layer => !emptied.Contains(layer.Parent)).Concat<SyntaxNode>(emptied);
        return declaration.RemoveNodes(nodes, SyntaxRemoveOptions.KeepNoTrivia)!
            .WithLeadingTrivia(declaration.GetLeadingTrivia());
    }

    /// <summary>As the file has it.</summary>
    private static SyntaxTrivia EndOfLine(SyntaxNode node)
    {
        var first = node.SyntaxTree.GetRoot().DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return first.IsKind(SyntaxKind.EndOfLineTrivia) ? first : SyntaxFactory.LineFeed;
    }
}
