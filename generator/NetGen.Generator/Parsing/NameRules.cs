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
        var members = generated.ToLookup(member => member.Name);
        foreach (var own in GeneratedPart.UserMembers(context.Type))
        {
            if (members[own.Name].Any(member => Collide(own, member)) && taken.Add(own.Name))
                context.Report(Descriptors.NameTaken, own.Locations[0], own.Name, context.Type.Name);
        }

        for (var parent = context.Type.BaseType; parent is not null && !NetGenNames.HasNetwork(parent); parent = parent.BaseType)
        {
            foreach (var inherited in parent.GetMembers().Where(IsInherited))
            {
                if (members[inherited.Name].Any(member => Collide(inherited, member)) && taken.Add(inherited.Name))
                    context.Report(Descriptors.NameTaken, BaseLocation(context), inherited.Name, context.Type.Name);
            }
        }

        if (members.Contains(context.Type.Name) && taken.Add(context.Type.Name))
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

    /// <summary>Overloads may share a name; anything else may not.</summary>
    private static bool Collide(ISymbol user, GeneratedMember generated) =>
        user is not IMethodSymbol method
        || generated.Kind != MemberKind.Method
        || (method.Arity == 0 && Types(method).SequenceEqual(generated.Parameters.Select(parameter => parameter.Type)));

    private static IEnumerable<string> Types(IMethodSymbol method) =>
        method.Parameters.Select(parameter => parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));

    private static bool IsInherited(ISymbol member) => member.DeclaredAccessibility != Accessibility.Private;

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
