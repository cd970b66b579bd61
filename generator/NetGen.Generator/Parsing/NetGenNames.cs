using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Parsing;

/// <summary>Recognises the runtime library's types by name.</summary>
internal static class NetGenNames
{
    public const string Network = "NetworkAttribute";

    /// <summary>The attribute that marks a network, as the compiler's index knows it.</summary>
    public const string NetworkMetadataName = "NetGen." + Network;

    /// <summary>The attribute that asks for a gradient.</summary>
    public const string GradientMetadataName = "NetGen.GradientAttribute";

    public static bool IsGradient(AttributeData attribute) =>
        IsNetGen(attribute.AttributeClass) && attribute.AttributeClass!.MetadataName == "GradientAttribute";

    public static bool IsNetwork(AttributeData attribute) =>
        IsNetGen(attribute.AttributeClass) && attribute.AttributeClass!.MetadataName == Network;

    /// <summary>Whether the attribute freezes a network.</summary>
    public static bool IsWeights(AttributeData attribute) =>
        IsNetGen(attribute.AttributeClass) && attribute.AttributeClass!.MetadataName == "WeightsAttribute";

    public static bool IsBudget(AttributeData attribute) =>
        IsNetGen(attribute.AttributeClass) && attribute.AttributeClass!.MetadataName == "BudgetAttribute";

    /// <summary>Whether the attribute says something of a network and is no layer of it.</summary>
    public static bool IsSetting(AttributeData attribute) => IsWeights(attribute) || IsBudget(attribute);

    public static bool HasNetwork(INamedTypeSymbol type) => type.GetAttributes().Any(IsNetwork);

    /// <summary>Whether a type stands in the namespace NetGen itself.</summary>
    public static bool IsNetGen(INamedTypeSymbol? type) =>
        type is { ContainingType: null, ContainingNamespace: { Name: "NetGen", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>An attribute's name as users write it: <c>Dense</c> for <c>DenseAttribute</c>.</summary>
    public static string Short(string attributeName)
    {
        const string suffix = "Attribute";
        return attributeName.EndsWith(suffix, StringComparison.Ordinal)
            ? attributeName.Substring(0, attributeName.Length - suffix.Length)
            : attributeName;
    }
}
