using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Microsoft.CodeAnalysis;
using Xunit.Sdk;

namespace NetGen.Generator.Tests.Harness;

/// <summary>
/// Compares generated files with accepted ones, in the file names and format of Verify.SourceGenerators. To accept what
/// was received, run the tests with the environment variable NETGEN_ACCEPT_SNAPSHOTS=1.
/// </summary>
/// <param name="directory">Where the accepted files are.</param>
/// <param name="environment">Reads an environment variable.</param>
internal sealed class Snapshot(string directory, Func<string, string?> environment)
{
    private const string AcceptVariable = "NETGEN_ACCEPT_SNAPSHOTS";
    private const int Context = 3;

    /// <summary>The accepted files of these tests.</summary>
    public static readonly string Directory = Path.Combine(ProjectDirectory(), "_snapshots");

    /// <summary>Compares all files of a run with those that were accepted for a test.</summary>
    public static void Match(object test, GeneratorRun run, [CallerMemberName] string method = "") =>
        new Snapshot(Directory, Environment.GetEnvironmentVariable).Match($"{test.GetType().Name}.{method}", run.Files);

    /// <param name="name">Class and method of the test.</param>
    /// <param name="files">The generated files.</param>
    public void Match(string name, IReadOnlyList<GeneratedSourceResult> files)
    {
        var received = files.ToDictionary(
            file => $"{name}#{Path.GetFileNameWithoutExtension(file.HintName)}",
            file => $"//HintName: {file.HintName}\n{file.SourceText}");
        var orphans = Accepted(name).Except(received.Keys).ToList();

        if (MustAccept())
        {
            foreach (var (file, text) in received)
                Accept(file, text);
            foreach (var orphan in orphans)
                File.Delete(PathOf(orphan, "verified"));
            return;
        }

        var failures = received.Select(pair => Compare(pair.Key, pair.Value)).OfType<string>()
            .Concat(orphans.Select(orphan => $"{orphan}.verified.cs is accepted, but nothing generates it any more."))
            .Append($"To accept what was received, set {AcceptVariable}=1 and run again.")
            .ToList();
        if (failures.Count > 1)
            throw new XunitException(string.Join("\n\n", failures));
    }

    private static string ProjectDirectory() => typeof(Snapshot).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "ProjectDirectory").Value!;

    private IEnumerable<string> Accepted(string name)
    {
        const string ending = ".verified.cs";
        return System.IO.Directory.Exists(directory)
            ? System.IO.Directory.EnumerateFiles(directory, $"{name}#*{ending}").Select(path => Path.GetFileName(path)[..^ending.Length])
            : [];
    }

    private bool MustAccept()
    {
        if (environment(AcceptVariable) != "1")
            return false;
        if (!string.IsNullOrEmpty(environment("CI")))
            throw new XunitException($"{AcceptVariable} is set in continuous integration, where nobody reads what is accepted.");
        return true;
    }

    private void Accept(string file, string text)
    {
        System.IO.Directory.CreateDirectory(directory);
        Write(PathOf(file, "verified"), text);
        File.Delete(PathOf(file, "received"));
    }

    private string? Compare(string file, string received)
    {
        var path = PathOf(file, "verified");
        var verified = File.Exists(path) ? File.ReadAllText(path) : "";
        if (verified == received)
        {
            File.Delete(PathOf(file, "received"));
            return null;
        }

        System.IO.Directory.CreateDirectory(directory);
        Write(PathOf(file, "received"), received);
        return verified.Length == 0
            ? $"{file}.verified.cs has not been accepted yet."
            : $"{file}.verified.cs differs:\n{Diff(verified, received)}";
    }

    private string PathOf(string file, string kind) => Path.Combine(directory, $"{file}.{kind}.cs");

    private static void Write(string path, string text) => File.WriteAllText(path, text, new UTF8Encoding(false));

    /// <summary>The changed lines with a few unchanged ones around them.</summary>
    private static string Diff(string verified, string received)
    {
        var lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(verified, received, ignoreWhitespace: false).Lines;
        var text = new StringBuilder();
        var last = -1;
        for (var index = 0; index < lines.Count; index++)
        {
            var neighbours = lines.Skip(index - Context).Take(Math.Min(index, Context) + 1 + Context);
            if (neighbours.All(line => line.Type == ChangeType.Unchanged))
                continue;
            if (index != last + 1)
                text.Append("  …\n");
            text.Append(Sign(lines[index].Type)).Append(lines[index].Text).Append('\n');
            last = index;
        }

        return text.ToString();
    }

    private static string Sign(ChangeType type) => type switch
    {
        ChangeType.Inserted => "+ ",
        ChangeType.Deleted => "- ",
        _ => "  ",
    };
}
