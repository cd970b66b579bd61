using System.Reflection;

namespace NetGen.Generator.Diagnostics;

/// <summary>Addresses of the help pages, built from the repository's URL that the project's properties state.</summary>
internal static class HelpLinks
{
    public static readonly string Repository = typeof(HelpLinks).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(data => data.Key == "RepositoryUrl").Value!;

    public static string For(string id) => $"{Repository}/blob/main/docs/diagnostics/{id}.md";
}
