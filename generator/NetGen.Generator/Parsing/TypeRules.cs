using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Parsing;

/// <summary>
/// Which types can be networks: classes that can have a second part with instance members. A record is none, for its
/// copies share their fields, and so would two networks their parameters.
/// </summary>
internal static class TypeRules
{
    /// <summary>Reports what keeps the type from being a network.</summary>
    /// <returns>Whether a generated part is of any use to it.</returns>
    public static bool Check(ParseContext context)
    {
        var type = context.Type;
        if (type.TypeKind != TypeKind.Class)
        {
            // CS0592 says that [Network] is for classes.
            context.HasCompilerErrors = true;
            return false;
        }

        if (type.IsStatic && !type.GetAttributes().Any(NetGenNames.IsWeights))
            return Refuse(context, "a static class", "remove the modifier static, or freeze it by [Weights(\"file.safetensors\")]");
        if (IsFileLocal(context.Declaration))
            return Refuse(context, "visible in one file only", "remove the modifier file");
        if (type.IsRecord)
            Refuse(context, "a record, whose copies would share their parameters", "write class in the place of record");
        if (type.Arity > 0)
            Refuse(context, "a generic class", "remove its type parameters or nest it in a generic class");
        if (BaseNetwork(type) is { } network)
            Refuse(context, $"derived from the network '{network.Name}'", "keep the other network in a field");
        return true;
    }

    private static INamedTypeSymbol? BaseNetwork(INamedTypeSymbol type)
    {
        var parent = type.BaseType;
        while (parent is not null && !NetGenNames.HasNetwork(parent))
            parent = parent.BaseType;
        return parent;
    }

    private static bool Refuse(ParseContext context, string reason, string advice)
    {
        context.Report(
            Descriptors.UnsupportedType, Identifiers.Locate(context.Declaration), context.Type.Name, reason, advice);
        return false;
    }

    /// <summary>Read from the syntax, because Roslyn 4.3 has no symbol property for it.</summary>
    public static bool IsFileLocal(TypeDeclarationSyntax declaration) => declaration
        .AncestorsAndSelf()
        .OfType<TypeDeclarationSyntax>()
        .Any(type => type.Modifiers.Any(modifier => modifier.ValueText == "file"));
}
