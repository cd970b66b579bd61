using Microsoft.CodeAnalysis;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Parsing;

/// <summary>Finds the methods with [Derivative] for a function.</summary>
internal static class Derivatives
{
    private const string Attribute = "DerivativeAttribute";

    /// <summary>∂f/∂parameter, by the parameter's number.</summary>
    public static IReadOnlyDictionary<int, IMethodSymbol> Of(IMethodSymbol function)
    {
        var derivatives = new Dictionary<int, IMethodSymbol>();
        foreach (var method in function.ContainingType.GetMembers().OfType<IMethodSymbol>())
        {
            if (By(method, function) is { } parameter)
                derivatives[parameter] = method;
        }

        return derivatives;
    }

    /// <summary>What is wrong with a method's [Derivative]; null if nothing is, or it has none.</summary>
    public static Problem? ProblemOf(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (On(method) is not { ConstructorArguments.Length: > 0 } attribute)
            return null;
        var methods = method.ContainingType.GetMembers().OfType<IMethodSymbol>().ToList();
        var functions = method.MethodKind == MethodKind.Ordinary ? methods.Where(function => By(method, function) is not null).ToList() : [];
        if (functions.Count == 0)
        {
            return Report(
                $"is the derivative of no method of '{method.ContainingType.Name}'", "name one with the same parameters, and one of those that is a number");
        }

        var earlier = methods.TakeWhile(other => !SymbolEqualityComparer.Default.Equals(other, method))
            .FirstOrDefault(other => functions.Exists(function => By(other, function) == By(method, function)));
        return earlier is null ? null : Report($"and '{earlier.Name}' are both derivatives of '{functions[0].Name}' by the same parameter", "leave one of them out");

        Problem Report(string problem, string advice) => new(
            Descriptors.DerivativeOfNothing, attribute.ApplicationSyntaxReference!.GetSyntax(cancellationToken).GetLocation(), [method.Name, problem, advice]);
    }

    /// <summary>The parameter by which a method is the derivative of a function; null if it is not.</summary>
    private static int? By(IMethodSymbol method, IMethodSymbol function) =>
        On(method) is { } attribute && Function(attribute) == function.Name && HaveSameParameters(method, function) ? Parameter(attribute, function) : null;

    /// <summary>The attribute on a method; null if it has none.</summary>
    private static AttributeData? On(IMethodSymbol method) => method.GetAttributes().FirstOrDefault(attribute =>
        NetGenNames.IsNetGen(attribute.AttributeClass) && attribute.AttributeClass!.MetadataName == Attribute);

    private static string? Function(AttributeData attribute) => attribute.ConstructorArguments.ElementAtOrDefault(0).Value as string;

    private static int? Parameter(AttributeData attribute, IMethodSymbol function)
    {
        var name = attribute.ConstructorArguments.ElementAtOrDefault(1).Value as string;
        return function.Parameters.FirstOrDefault(parameter => name is null || parameter.Name == name) is { } by && OwnSignature.IsReal(by.Type)
            ? by.Ordinal
            : null;
    }

    private static bool HaveSameParameters(IMethodSymbol derivative, IMethodSymbol function) =>
        derivative.IsStatic
        && OwnSignature.IsReal(derivative.ReturnType)
        && !SymbolEqualityComparer.Default.Equals(derivative, function)
        && derivative.Parameters.Length == function.Parameters.Length
        && derivative.Parameters.Zip(function.Parameters, (left, right) => SameType(left.Type, right.Type)).All(isSame => isSame);

    /// <summary>Type parameters of two generic methods count as the same.</summary>
    private static bool SameType(ITypeSymbol left, ITypeSymbol right) =>
        (left is ITypeParameterSymbol && right is ITypeParameterSymbol) || SymbolEqualityComparer.Default.Equals(left, right);
}
