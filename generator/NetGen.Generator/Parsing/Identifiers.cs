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

    /// <summary>A type's name in its declaration, where the compiler warns of small letters alone: a keyword to come may have them.</summary>
    public static string Declare(string name) => name.All(letter => letter is >= 'a' and <= 'z') ? "@" + name : Escape(name);

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
        } + Declare(parameter.Name);
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

    /// <summary>A method's accessibility for a method beside it; in a sealed type, the compiler warns of what says that it is for derived ones.</summary>
    public static string Accessibility(IMethodSymbol method) => SyntaxFacts.GetText((method.DeclaredAccessibility, method.ContainingType.IsSealed) switch
    {
        (Microsoft.CodeAnalysis.Accessibility.Protected or Microsoft.CodeAnalysis.Accessibility.ProtectedAndInternal, true) => Microsoft.CodeAnalysis.Accessibility.Private,
        (Microsoft.CodeAnalysis.Accessibility.ProtectedOrInternal, true) => Microsoft.CodeAnalysis.Accessibility.Internal,
        var (accessibility, _) => accessibility,
    });

    public static Location Locate(TypeDeclarationSyntax declaration) => declaration.Identifier.GetLocation();
}
