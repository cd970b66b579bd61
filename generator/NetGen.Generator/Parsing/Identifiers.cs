using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Parsing;

/// <summary>Names as C# source writes them.</summary>
internal static class Identifiers
{
    /// <summary>The name, behind an @ if it is a keyword anywhere.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            ? "@" + name
            : name;

    /// <summary>A dotted namespace; empty for the global one.</summary>
    public static string Namespace(INamespaceSymbol space) => space switch
    {
        { IsGlobalNamespace: true } => "",
        { ContainingNamespace.IsGlobalNamespace: true } => Escape(space.Name),
        _ => $"{Namespace(space.ContainingNamespace)}.{Escape(space.Name)}",
    };

    /// <summary>Type parameters with their variance, such as <c>&lt;in T, U&gt;</c>; empty without.</summary>
    public static string TypeParameters(INamedTypeSymbol type)
    {
        if (type.Arity == 0)
            return "";
        return $"<{string.Join(", ", type.TypeParameters.Select(Print))}>";

        static string Print(ITypeParameterSymbol parameter) => parameter.Variance switch
        {
            VarianceKind.In => "in ",
            VarianceKind.Out => "out ",
            _ => "",
        } + Escape(parameter.Name);
    }

    /// <summary>The keyword of a type's declaration, such as <c>class</c> or <c>record struct</c>.</summary>
    public static string Keyword(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => "interface",
        { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
        { IsRecord: true } => "record",
        { TypeKind: TypeKind.Struct } => "struct",
        _ => "class",
    };

    public static Location Locate(TypeDeclarationSyntax declaration) => declaration.Identifier.GetLocation();
}
