using Microsoft.CodeAnalysis;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>Describes where the generated part belongs.</summary>
internal static class TypeParser
{
    public static TypeModel Parse(INamedTypeSymbol type)
    {
        var methods = GeneratedPart.UserMembers(type).OfType<IMethodSymbol>().ToList();
        return new(
            Identifiers.Namespace(type.ContainingNamespace),
            Headers(type).ToEquatableArray(),
            Identifiers.Declare(type.Name),
            Identifiers.Keyword(type),
            HintNames.Of(type),
            methods.Any(IsConstructor) || !CanCallBase(type),
            methods.Any(IsToString) || InheritsSealedToString(type),
            type.IsSealed,
            type.IsStatic);
    }

    /// <summary>The declarations around a type, outermost first, such as <c>partial class Outer&lt;T&gt;</c>.</summary>
    public static IEnumerable<string> Headers(INamedTypeSymbol type) => Containers(type).Select(Header);

    private static IEnumerable<INamedTypeSymbol> Containers(INamedTypeSymbol type) =>
        type.ContainingType is { } container ? Containers(container).Append(container) : [];

    public static string Header(INamedTypeSymbol container) =>
        $"partial {Identifiers.Keyword(container)} {Identifiers.Declare(container.Name)}{Identifiers.TypeParameters(container)}";

    private static bool IsConstructor(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Constructor, IsImplicitlyDeclared: false };

    /// <summary>
    /// Whether a generated constructor could call one of the base class without a complaint. Where it could not, the compiler says so
    /// at the class, to which the user then adds one.
    /// </summary>
    private static bool CanCallBase(INamedTypeSymbol type) => type.BaseType is not { TypeKind: TypeKind.Class } parent
        || parent.InstanceConstructors.Any(constructor =>
            constructor.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams)
            && constructor.DeclaredAccessibility != Accessibility.Private
            && !constructor.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "ObsoleteAttribute" or "ExperimentalAttribute"));

    private static bool IsToString(IMethodSymbol method) =>
        method is { Name: "ToString", Parameters.IsEmpty: true, Arity: 0, IsImplicitlyDeclared: false };

    private static bool InheritsSealedToString(INamedTypeSymbol type)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            if (parent.GetMembers("ToString").OfType<IMethodSymbol>().Any(method => method.IsSealed && method.Parameters.IsEmpty))
                return true;
        }

        return false;
    }
}
