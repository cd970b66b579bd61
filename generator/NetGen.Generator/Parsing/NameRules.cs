using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>Keeps the user's names and the generated names apart.</summary>
internal static class NameRules
{
    /// <summary>Reports the user's members, own and inherited, that have the name of a generated one.</summary>
    /// <returns>The names that are taken.</returns>
    public static IReadOnlyList<string> CheckMembers(ParseContext context, IEnumerable<GeneratedMember> generated)
    {
        var taken = new HashSet<string>();
        var members = generated.ToList();
        foreach (var member in members)
        {
            foreach (var rival in Rivals(context, member))
            {
                if (taken.Add(member.Name))
                    context.Report(Descriptors.NameTaken, IsOwn(context, rival) ? rival.Locations[0] : BaseLocation(context), member.Name, context.Type.Name);
            }
        }

        if (members.Exists(member => member.Name == context.Type.Name) && taken.Add(context.Type.Name))
            context.Report(Descriptors.ClassNameTaken, Identifiers.Locate(context.Declaration), context.Type.Name);
        return [.. taken.OrderBy(name => name, StringComparer.Ordinal)];
    }

    /// <summary>
    /// Reports a name in an attribute's arguments that means a member of the class, because attributes are bound inside
    /// it. The compiler's own error says only what is wrong with that member.
    /// </summary>
    public static void CheckArguments(ParseContext context, AttributeSyntax attribute)
    {
        var names = attribute.DescendantNodes()
            .OfType<MemberAccessExpressionSyntax>()
            .Select(access => access.Expression)
            .OfType<IdentifierNameSyntax>();
        foreach (var name in names)
        {
            var text = name.Identifier.ValueText;
            if (context.Compilation.GetTypeByMetadataName($"NetGen.{text}") is not null && HasMember(context.Type, text))
                context.Report(Descriptors.NameHidden, name.GetLocation(), text, context.Type.Name);
        }
    }

    /// <summary>Reports an attribute whose type is a member of the class, and that was meant to be a layer.</summary>
    public static void CheckAttribute(ParseContext context, AttributeData attribute)
    {
        if (attribute.AttributeClass is { ContainingType: { } container } type
            && LayerParser.For(type.Name) is not null
            && HasMember(context.Type, type.Name))
        {
            var syntax = (AttributeSyntax)attribute.ApplicationSyntaxReference!.GetSyntax(context.CancellationToken);
            context.Report(Descriptors.NameHidden, syntax.Name.GetLocation(), NetGenNames.Short(type.Name), container.Name);
        }
    }

    /// <summary>The user's members, own and inherited, beside which a generated one cannot stand.</summary>
    public static IEnumerable<ISymbol> Rivals(ParseContext context, GeneratedMember generated) => Scopes(context)
        .SelectMany(type => NamesOf(generated).SelectMany(name => type.GetMembers(name)))
        .Where(member => Collide(member, generated) && IsSeen(context, member));

    /// <summary>Whether two generated methods are the same to a call.</summary>
    public static bool HaveOneSignature(GeneratedMember some, GeneratedMember other) =>
        some.Name == other.Name && Types(some).SequenceEqual(Types(other));

    /// <summary>The type and those that it inherits members from. An interface inherits from others; a class only implements them.</summary>
    private static IEnumerable<INamedTypeSymbol> Scopes(ParseContext context)
    {
        yield return context.Type;
        for (var parent = context.Type.BaseType; parent is not null && !NetGenNames.HasNetwork(parent); parent = parent.BaseType)
            yield return parent;
        if (context.Type.TypeKind != TypeKind.Interface)
            yield break;
        foreach (var parent in context.Type.AllInterfaces)
            yield return parent;
    }

    /// <summary>A member's name, those of what a property reserves for its accessors, and that of indexers, which metadata calls otherwise.</summary>
    private static IEnumerable<string> NamesOf(GeneratedMember generated) => generated.Kind == MemberKind.Property
        ? [generated.Name, Indexer, Getter(generated), Setter(generated)]
        : [generated.Name, Indexer];

    private const string Indexer = "this[]";

    private static string Getter(GeneratedMember property) => "get_" + property.Name;

    private static string Setter(GeneratedMember property) => "set_" + property.Name;

    /// <summary>Overloads may share a name; anything else may not.</summary>
    private static bool Collide(ISymbol user, GeneratedMember generated) => user switch
    {
        IMethodSymbol method when generated.Kind == MemberKind.Method => method.Arity == 0 && Types(method).SequenceEqual(Types(generated)),
        IMethodSymbol method when method.Name == Getter(generated) => method.Parameters.IsEmpty,
        IMethodSymbol method when method.Name == Setter(generated) => Types(method).SequenceEqual([generated.Type]),
        _ => user.MetadataName == generated.Name || user.Name == generated.Name,
    };

    private static bool IsOwn(ParseContext context, ISymbol member) => SymbolEqualityComparer.Default.Equals(member.ContainingType, context.Type);

    /// <summary>Whether it is the user's, and the class's own or one that it inherits.</summary>
    private static bool IsSeen(ParseContext context, ISymbol member) => IsOwn(context, member)
        ? !GeneratedPart.IsGenerated(member)
        : context.Compilation.IsSymbolAccessibleWithin(member, context.Type);

    // By what means a reference is passed does not tell overloads apart.
    private static IEnumerable<string> Types(IMethodSymbol method) => method.Parameters.Select(parameter =>
        (parameter.RefKind == RefKind.None ? string.Empty : "ref ") + parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));

    private static IEnumerable<string> Types(GeneratedMember method) =>
        method.Parameters.Select(parameter => (parameter.IsReference ? "ref " : string.Empty) + parameter.Type);

    private static Location BaseLocation(ParseContext context) =>
        context.Declaration.BaseList?.Types[0].GetLocation() ?? Identifiers.Locate(context.Declaration);

    private static bool HasMember(INamedTypeSymbol type, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (!current.GetMembers(name).IsEmpty)
                return true;
        }

        return false;
    }
}
