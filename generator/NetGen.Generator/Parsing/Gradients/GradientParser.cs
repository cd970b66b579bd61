using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>Reads a method with [Gradient]. The generator and the analyzer both ask here.</summary>
internal static class GradientParser
{
    private const string Advice = "static double f(double x, double y) or static double f(ReadOnlySpan<double> x), with float or double throughout, in a partial type";

    public static ParsedGradient Parse(IMethodSymbol method, AttributeData gradient, Compilation compilation, CancellationToken cancellationToken)
    {
        var attribute = (AttributeSyntax)gradient.ApplicationSyntaxReference!.GetSyntax(cancellationToken);
        if (method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction)
            return new(null, [new(Descriptors.NoGradient, attribute.GetLocation(), [method.Name, "is a local function", "a method of a partial type: " + Advice])]);
        if (attribute.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration)
            return new(null, []);
        var context = new ParseContext(method.ContainingType, declaration, compilation, cancellationToken);
        if (ProblemOf(method, declaration) is { } problem)
        {
            context.Report(Descriptors.NoGradient, attribute.GetLocation(), method.Name, problem, Advice);
            return new(null, context.Problems);
        }

        if (!TargetParser.CheckLanguage(context) || !TargetParser.CheckReferences(context))
            return new(null, context.Problems);
        ScopeRules.Check(context, attribute.GetLocation());

        var wanted = Wanted(context, method, gradient, attribute);
        context.Precision = PrecisionOf(method);
        var formula = context.Functions.Formula(method, length: null);
        var model = Model(method, wanted, context.IsValid ? formula : null);
        return new(GradientRules.Check(context, attribute, method, model) ? model : null, context.Problems);
    }

    /// <summary>A method as the signature of its gradient follows from it.</summary>
    public static GradientModel Signature(IMethodSymbol method, AttributeData gradient)
    {
        var names = Named(gradient);
        return Model(method, new(names.Count == 0 ? method.Parameters.Select(parameter => parameter.Name) : names), null);
    }

    private static GradientModel Model(IMethodSymbol method, HashSet<string> wanted, Calculus.Expr? formula) => new(
        Identifiers.Namespace(method.ContainingNamespace),
        TypeParser.Headers(method.ContainingType).Append(TypeParser.Header(method.ContainingType)).ToEquatableArray(),
        HintName(method),
        Identifiers.Accessibility(method),
        method.Name,
        PrecisionOf(method),
        method.Parameters.Select(parameter => new GradientParameter(
            parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            parameter.Name,
            OwnSignature.IsVector(parameter.Type),
            parameter.Type is IArrayTypeSymbol,
            wanted.Contains(parameter.Name))).ToEquatableArray(),
        formula);

    private static string? ProblemOf(IMethodSymbol method, TypeDeclarationSyntax declaration) => method switch
    {
        { IsStatic: false } => "is not static",
        { IsGenericMethod: true } => "is generic",
        { MethodKind: not MethodKind.Ordinary } => "is no method of its own",
        { Parameters.IsEmpty: true } => "takes no number",
        { ReturnType.SpecialType: not (SpecialType.System_Single or SpecialType.System_Double) } => $"returns {method.ReturnType.ToDisplayString()}",
        _ when method.Parameters.FirstOrDefault(parameter => parameter.RefKind != RefKind.None) is { } reference => $"takes '{reference.Name}' by reference",
        _ when method.Parameters.FirstOrDefault(parameter => !IsOf(method.ReturnType, parameter.Type)) is { } odd =>
            $"takes {odd.Type.ToDisplayString()} as '{odd.Name}'",
        _ when declaration.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Any(type => !type.Modifiers.Any(SyntaxKind.PartialKeyword)) =>
            "stands in a type that is not partial",
        _ when TypeRules.IsFileLocal(declaration) => "stands in a type that is visible in one file only",
        _ => null,
    };

    private static bool IsOf(ITypeSymbol scalar, ITypeSymbol type) => SymbolEqualityComparer.Default.Equals(scalar, type) || type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => SymbolEqualityComparer.Default.Equals(scalar, array.ElementType),
        INamedTypeSymbol { Name: "ReadOnlySpan" or "Span", Arity: 1 } span => SymbolEqualityComparer.Default.Equals(scalar, span.TypeArguments[0]),
        _ => false,
    };

    /// <summary>The parameters to differentiate by.</summary>
    private static HashSet<string> Wanted(ParseContext context, IMethodSymbol method, AttributeData gradient, AttributeSyntax attribute)
    {
        var all = method.Parameters.Select(parameter => parameter.Name).ToList();
        if (Values(gradient).Any(value => value is { IsNull: true, Kind: not TypedConstantKind.Error }))
            context.Report(Descriptors.NoGradient, attribute.GetLocation(), method.Name, "is to be differentiated by null", $"nothing, or some of {string.Join(", ", all)}");
        var named = Named(gradient);
        foreach (var unknown in named.Except(all))
            context.Report(Descriptors.NoGradient, attribute.GetLocation(), method.Name, $"has no parameter '{unknown}'", $"one of {string.Join(", ", all)}");
        return new(named.Count == 0 ? all : named, StringComparer.Ordinal);
    }

    private static List<string> Named(AttributeData gradient) =>
        [.. Values(gradient).Where(value => !value.IsNull).Select(value => value.Value as string).OfType<string>()];

    /// <summary>What the attribute is given: none, one, or an array.</summary>
    private static IEnumerable<TypedConstant> Values(AttributeData gradient) => gradient.ConstructorArguments
        .SelectMany(argument => argument is { Kind: TypedConstantKind.Array, IsNull: false } ? argument.Values : ImmutableArray.Create(argument));

    private static Precision PrecisionOf(IMethodSymbol method) =>
        method.ReturnType.SpecialType == SpecialType.System_Double ? Precision.Double : Precision.Single;

    /// <summary>The name of the type's own file with the method's before its end; overloads are numbered.</summary>
    private static string HintName(IMethodSymbol method)
    {
        var type = HintNames.Of(method.ContainingType);
        var doubles = method.ContainingType.GetMembers().OfType<IMethodSymbol>()
            .Where(other => string.Equals(other.Name, method.Name, StringComparison.OrdinalIgnoreCase) && other.GetAttributes().Any(NetGenNames.IsGradient)).ToList();
        var number = doubles.FindIndex(other => SymbolEqualityComparer.Default.Equals(other, method));
        var suffix = number <= 0 ? string.Empty : (number + 1).ToString(CultureInfo.InvariantCulture);
        return type.Insert(type.Length - ".g.cs".Length, $".{method.Name}Gradient{suffix}");
    }
}

/// <summary>What the parser made of a method with [Gradient]. The problems hold locations: do not keep it.</summary>
/// <param name="Model">The method; null where nothing can be generated for it.</param>
internal sealed record ParsedGradient(GradientModel? Model, IReadOnlyList<Problem> Problems);
