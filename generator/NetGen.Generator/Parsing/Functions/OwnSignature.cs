using Microsoft.CodeAnalysis;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>Which methods can be an activation or a loss.</summary>
internal static class OwnSignature
{
    /// <summary>What keeps a method from being an activation; null if nothing does.</summary>
    public static string? OfActivation(IMethodSymbol method)
    {
        if (OfAny(method) is { } problem)
            return problem;
        if (method.Parameters.IsEmpty)
            return "takes no number";
        var x = method.Parameters[0];
        if (!IsReal(x.Type))
            return $"takes {x.Type.ToDisplayString()} as '{x.Name}'";
        if (Learnable(x) is not null)
            return $"takes '{x.Name}' first, which is to be learned, where x stands";
        var learnables = method.Parameters.Skip(1).ToList();
        if (learnables.FirstOrDefault(other => !IsReal(other.Type) || Learnable(other) is null) is { } unknown)
            return $"takes '{unknown.Name}', whose value nobody gives; mark it [Learnable(1)], or make it a constant";
        return learnables.Select((learnable, index) => (learnable.Name, View: LearnableModel.ViewOf(learnable.Name), Index: index))
            .FirstOrDefault(learnable => learnable.View is "Weights" or "Bias" || learnables.Take(learnable.Index).Any(other => LearnableModel.ViewOf(other.Name) == learnable.View))
            is { Name: { } taken }
                ? $"has '{taken}' to learn, and a layer has another parameter of this name; give it another one"
                : null;
    }

    /// <summary>What keeps a method from being a loss; null if nothing does.</summary>
    public static string? OfLoss(IMethodSymbol method)
    {
        if (OfAny(method) is { } problem)
            return problem;
        if (method.Parameters.FirstOrDefault(parameter => Learnable(parameter) is not null) is { } learnable)
            return $"has '{learnable.Name}' to learn, which only activations can";
        var isLoss = method.Parameters.Length == 2
            && (method.Parameters.All(parameter => IsReal(parameter.Type)) || method.Parameters.All(parameter => IsVector(parameter.Type)));
        return isLoss ? null : "takes neither two numbers nor two vectors";
    }

    public static bool TakesVectors(IMethodSymbol loss) => IsVector(loss.Parameters[0].Type);

    /// <summary>The attribute [Learnable] on a parameter; null if it has none.</summary>
    public static AttributeData? Learnable(IParameterSymbol parameter) => parameter.GetAttributes().FirstOrDefault(attribute =>
        NetGenNames.IsNetGen(attribute.AttributeClass) && attribute.AttributeClass!.MetadataName == "LearnableAttribute");

    public static bool IsReal(ITypeSymbol type) =>
        type is { SpecialType: SpecialType.System_Single or SpecialType.System_Double } or ITypeParameterSymbol;

    public static bool IsVector(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1, ElementType: var element } => IsReal(element),
        INamedTypeSymbol { Name: "ReadOnlySpan" or "Span", Arity: 1, TypeArguments: var arguments } => IsReal(arguments[0]),
        _ => false,
    };

    private static string? OfAny(IMethodSymbol method) => method switch
    {
        { IsStatic: false } => "is not static",
        { IsAsync: true } => "is asynchronous",
        { DeclaringSyntaxReferences.IsEmpty: true } => "stands in another assembly, whose source is not here",
        _ when !IsReal(method.ReturnType) => $"returns {method.ReturnType.ToDisplayString()}",
        _ when method.Parameters.FirstOrDefault(parameter => parameter.RefKind != RefKind.None) is { } reference => $"takes '{reference.Name}' by reference",
        _ => null,
    };
}
