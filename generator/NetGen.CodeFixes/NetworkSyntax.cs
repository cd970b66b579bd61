using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.CodeFixes;

/// <summary>Finds networks and their attributes.</summary>
internal static class NetworkSyntax
{
    /// <summary>The attribute that marks a class as a network; null if none does.</summary>
    public static AttributeData? FindMarker(INamedTypeSymbol type) =>
        type.GetAttributes().FirstOrDefault(attribute => IsNetGen(attribute.AttributeClass, "NetworkAttribute"));

    /// <summary>Whether an attribute adds a layer.</summary>
    public static bool IsLayer(AttributeData attribute) => IsNetGen(attribute.AttributeClass?.BaseType, "LayerAttribute");

    /// <summary>The type declaration that an attribute belongs to.</summary>
    public static TypeDeclarationSyntax? DeclarationOf(SyntaxNode attribute) => attribute.FirstAncestorOrSelf<TypeDeclarationSyntax>();

    private static bool IsNetGen(INamedTypeSymbol? type, string name) =>
        type?.MetadataName == name
        && type.ContainingNamespace is { Name: "NetGen", ContainingNamespace.IsGlobalNamespace: true };
}
