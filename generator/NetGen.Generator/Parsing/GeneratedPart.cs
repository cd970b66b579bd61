using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Parsing;

/// <summary>
/// Tells what the user wrote from what NetGen added: an analyzer sees the class with its generated part, the generator
/// sees it without, and both must parse the same.
/// </summary>
internal static class GeneratedPart
{
    public static IEnumerable<ISymbol> UserMembers(INamedTypeSymbol type) => type.GetMembers()
        .Where(member => !IsGenerated(member));

    /// <summary>Whether NetGen declares it, in some part.</summary>
    public static bool IsGenerated(ISymbol member) => member.DeclaringSyntaxReferences.Any(reference => IsGenerated(reference.SyntaxTree));

    /// <summary>The compiler puts generated files into a folder with the generator's full name.</summary>
    private static bool IsGenerated(SyntaxTree tree)
    {
        var segments = tree.FilePath.Split('/', '\\');
        return segments.Length > 1 && segments[segments.Length - 2] is var folder
            && (folder == typeof(NetworkGenerator).FullName || folder == typeof(GradientGenerator).FullName);
    }
}
