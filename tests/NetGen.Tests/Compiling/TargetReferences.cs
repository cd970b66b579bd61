using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace NetGen.Tests.Compiling;

/// <summary>The assemblies that a target's compilation refers to, and where the target's NetGen.dll is.</summary>
internal sealed class TargetReferences
{
    private static readonly TargetReferences Net = new(
        [.. FrameworkAssemblies(), typeof(INetwork<>).Assembly.Location],
        AssemblyLoadContext.Default);

    private static readonly Lazy<TargetReferences> NetStandard = new(() =>
    {
        var netGen = BuildFact("NetStandardBuild");
        var runtime = new AssemblyLoadContext("NetGen for netstandard2.0");
        runtime.LoadFromAssemblyPath(netGen);
        return new([.. BuildFact("NetStandardReferences").Split(';'), netGen], runtime);
    });

    private TargetReferences(IEnumerable<string> paths, AssemblyLoadContext runtime)
    {
        var all = paths.ToList();
        Compilation = [.. all.Select(path => MetadataReference.CreateFromFile(path))];
        NetGen = File.ReadAllBytes(all[^1]);
        Runtime = runtime;
    }

    public IReadOnlyList<MetadataReference> Compilation { get; }

    /// <summary>The target's NetGen.dll itself.</summary>
    public byte[] NetGen { get; }

    /// <summary>The context that holds the target's NetGen.dll.</summary>
    public AssemblyLoadContext Runtime { get; }

    public static TargetReferences Of(Target target) => target == Target.Net ? Net : NetStandard.Value;

    private static IEnumerable<string> FrameworkAssemblies()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return trusted.Split(Path.PathSeparator).Where(path => Path.GetDirectoryName(path) == framework);
    }

    /// <summary>What the project file found out about the netstandard2.0 build.</summary>
    private static string BuildFact(string key) => typeof(TargetReferences).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key)
        .Value!;
}
