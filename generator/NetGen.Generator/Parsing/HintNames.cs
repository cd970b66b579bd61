using System.Globalization;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Parsing;

/// <summary>Names of generated files: <c>MyNamespace.Outer_1.Digits.g.cs</c>.</summary>
internal static class HintNames
{
    /// <summary>
    /// The type's full metadata name. The compiler refuses two files whose names differ in case alone, so a type that has
    /// such a double gets a hash of its exact name behind it.
    /// </summary>
    public static string Of(INamedTypeSymbol type)
    {
        var segments = new Stack<string>();
        var isUnique = true;
        INamespaceOrTypeSymbol symbol = type;
        while (symbol is not INamespaceSymbol { IsGlobalNamespace: true })
        {
            var parent = (INamespaceOrTypeSymbol?)symbol.ContainingType ?? symbol.ContainingNamespace;
            segments.Push(Segment(symbol));
            isUnique &= Doubles(symbol, parent) == 1;
            symbol = parent;
        }

        var name = string.Join(".", segments);
        return isUnique ? $"{name}.g.cs" : $"{name}.{Hash(ExactName(type))}.g.cs";
    }

    private static string Segment(INamespaceOrTypeSymbol symbol) => symbol.MetadataName.Replace('`', '_');

    private static int Doubles(INamespaceOrTypeSymbol symbol, INamespaceOrTypeSymbol parent)
    {
        var name = Segment(symbol);
        return parent.GetMembers()
            .OfType<INamespaceOrTypeSymbol>()
            .Count(sibling => string.Equals(Segment(sibling), name, StringComparison.OrdinalIgnoreCase));
    }

    private static string ExactName(INamedTypeSymbol type) =>
        type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>32-bit FNV-1a: the same in every process, unlike <see cref="string.GetHashCode()"/>.</summary>
    private static string Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var character in text)
            hash = unchecked((hash ^ character) * 16777619u);
        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
