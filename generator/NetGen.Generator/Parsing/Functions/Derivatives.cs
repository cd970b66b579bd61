using Microsoft.CodeAnalysis;

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
            if (On(method) is { } attribute && Function(attribute) == function.Name && HaveSameParameters(method, function)
                && Parameter(attribute, function) is { } parameter)
            {
                derivatives[parameter] = method;
            }
        }

        return derivatives;
    }

    /// <summary>The attribute on a method; null if it has none.</summary>
    public static AttributeData? On(IMethodSymbol method) => method.GetAttributes().FirstOrDefault(attribute =>
        NetGenNames.IsNetGen(attribute.AttributeClass) && attribute.AttributeClass!.MetadataName == Attribute);

    /// <summary>Whether it is the derivative of some method of its class.</summary>
    public static bool HasFunction(IMethodSymbol derivative, AttributeData attribute) =>
        Function(attribute) is { } name && derivative.ContainingType.GetMembers(name).OfType<IMethodSymbol>()
            .Any(function => HaveSameParameters(derivative, function) && Parameter(attribute, function) is not null);

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
