using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>Keeps the name of a gradient apart from the names that its type has.</summary>
internal static class GradientRules
{
    /// <summary>Reports what has the gradient's name already.</summary>
    /// <returns>Whether nothing has.</returns>
    public static bool Check(ParseContext context, AttributeSyntax attribute, IMethodSymbol method, GradientModel model)
    {
        var member = GeneratedMembers.OfGradient(model, new(model));
        if (OwnerOf(member, method, context) is not { } owner)
            return true;
        context.Report(
            Descriptors.NoGradient,
            attribute.GetLocation(),
            method.Name,
            $"has a gradient called '{member.Name}', as {owner} is",
            "another name for one of the two");
        return false;
    }

    private static string? OwnerOf(GeneratedMember member, IMethodSymbol method, ParseContext context)
    {
        var type = context.Type;
        if (type.Name == member.Name)
            return "its type";
        if (type.TypeParameters.Any(parameter => parameter.Name == member.Name))
            return $"a type parameter of '{type.Name}'";
        if (NameRules.Rivals(context, member).Any())
            return $"a member of '{type.Name}'";
        return Overloads(method).Any(other => NameRules.HaveOneSignature(member, other)) ? $"that of another '{method.Name}'" : null;
    }

    /// <summary>The gradients of the methods of the same name that stand before this one.</summary>
    private static IEnumerable<GeneratedMember> Overloads(IMethodSymbol method)
    {
        var before = method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>()
            .TakeWhile(other => !SymbolEqualityComparer.Default.Equals(other, method));
        foreach (var other in before)
        {
            if (other.GetAttributes().FirstOrDefault(NetGenNames.IsGradient) is not { } gradient)
                continue;
            var model = GradientParser.Signature(other, gradient);
            yield return GeneratedMembers.OfGradient(model, new(model));
        }
    }
}
