using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests.Harness;

/// <summary>What a consumer's project references: a framework, and the runtime library's build for it.</summary>
internal static class Framework
{
    public static readonly IReadOnlyList<MetadataReference> Net80 =
        [.. Basic.Reference.Assemblies.Net80.References.All, Library(typeof(NetworkAttribute).Assembly.Location)];

    public static readonly IReadOnlyList<MetadataReference> NetStandard20 =
    [
        .. Basic.Reference.Assemblies.NetStandard20.References.All,
        Library(Path.Combine(AppContext.BaseDirectory, "netstandard2.0", "NetGen.dll")),
        Library(Path.Combine(AppContext.BaseDirectory, "netstandard2.0", "System.Memory.dll")),
    ];

    /// <summary>.NET Standard 2.0 alone: neither the library nor Span.</summary>
    public static readonly IReadOnlyList<MetadataReference> Bare = [.. Basic.Reference.Assemblies.NetStandard20.References.All];

    private static PortableExecutableReference Library(string path) => MetadataReference.CreateFromFile(path);
}
