using System.Reflection;

namespace NetGen.Package.Tests;

/// <summary>
/// The packed package and a copy of the consumers in a temporary folder: nothing of the repository's properties reaches
/// them, and they restore into a packages folder of the tests, which keeps the runtimes to publish for the next time.
/// </summary>
/// <remarks>The environment variable NETGEN_PACKAGE names a folder with a package to test in the place of a fresh one.</remarks>
public sealed class PackedConsumers : IDisposable
{
    /// <summary>No published version: only the local feed can have it.</summary>
    private const string TestVersion = "0.0.0-packagetest";

    private readonly string _root = Directory.CreateTempSubdirectory("netgen-package-").FullName;
    private readonly Dictionary<string, string> _variables;
    private readonly Lazy<CommandResult> _console;

    /// <summary>The package under test.</summary>
    public string PackagePath { get; }

    /// <summary>Whether the package has been made here, from a clone.</summary>
    public bool IsFromClone { get; }

    /// <summary>What the console program prints: .NET 10 with its just-in-time compiler.</summary>
    internal CommandResult Console => _console.Value;

    /// <summary>What the same program prints where the widest vectors have 128 bits, and no multiply-add is fused.</summary>
    internal CommandResult NarrowConsole => Command.Run(
        Command.Dotnet,
        FolderOf("Console"),
        new Dictionary<string, string>(_variables) { ["DOTNET_EnableAVX2"] = "0" },
        "run", "--configuration", "Release").MustSucceed();

    public PackedConsumers()
    {
        string? given = Environment.GetEnvironmentVariable("NETGEN_PACKAGE");
        string feed = given ?? PackOrCleanUp();
        IsFromClone = given is null && Path.Exists(Path.Combine(RepositoryRoot, ".git"));
        PackagePath = Directory.GetFiles(feed, "NetGen.*.nupkg").Single();
        string version = Path.GetFileNameWithoutExtension(PackagePath)["NetGen.".Length..];

        CopyFolder(Path.Combine(RepositoryRoot, "tests", "NetGen.Package.Tests", "Consumers"), _root);
        File.WriteAllText(Path.Combine(_root, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="netgen-under-test" value="{feed}" />
              </packageSources>
            </configuration>
            """);
        string packages = Path.Combine(AppContext.BaseDirectory, "packages");
        string stale = Path.Combine(packages, "netgen");
        if (Directory.Exists(stale))
            Directory.Delete(stale, recursive: true);
        _variables = new Dictionary<string, string>
        {
            ["NUGET_PACKAGES"] = packages,
            ["NetGenVersion"] = $"[{version}]",
        };
        _console = new(() => Dotnet("Console", "run", "--configuration", "Release").MustSucceed());
    }

    private static string RepositoryRoot { get; } = typeof(PackedConsumers).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "RepositoryRoot").Value!;

    /// <summary>Runs <c>dotnet</c> in a consumer's folder.</summary>
    internal CommandResult Dotnet(string consumer, params string[] arguments) => Run(consumer, Command.Dotnet, arguments);

    /// <summary>Runs a program in a consumer's folder.</summary>
    internal CommandResult Run(string consumer, string program, params string[] arguments) =>
        Command.Run(program, FolderOf(consumer), _variables, arguments);

    /// <summary>Publishes a consumer, without a warning, and runs what that made.</summary>
    internal CommandResult Publish(string consumer)
    {
        Dotnet(consumer, "publish", "--configuration", "Release", "-warnaserror", "--output", "published").MustSucceed();
        return Run(consumer, Path.Combine(FolderOf(consumer), "published", consumer)).MustSucceed();
    }

    /// <summary>A consumer's folder.</summary>
    internal string FolderOf(string consumer) => Path.Combine(_root, consumer);

    /// <inheritdoc />
    public void Dispose()
    {
        try
        {
            Directory.Delete(_root, recursive: true);
        }
        catch (IOException)
        {
            // A virus scanner may still hold a file; the folder is the system's to clear then.
        }
    }

    private string PackOrCleanUp()
    {
        try
        {
            return Pack();
        }
        catch
        {
            // Nobody disposes of a fixture whose constructor failed.
            Dispose();
            throw;
        }
    }

    private string Pack()
    {
        string feed = Path.Combine(_root, "feed");
        Command.Run(
            Command.Dotnet,
            RepositoryRoot,
            new Dictionary<string, string>(),
            "pack",
            Path.Combine("src", "NetGen", "NetGen.csproj"),
            "--configuration", "Release",
            "-warnaserror",
            "--artifacts-path", Path.Combine(_root, "artifacts"),
            "--output", feed,
            $"-p:Version={TestVersion}").MustSucceed();
        return feed;
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
