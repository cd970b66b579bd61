using System.Reflection;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Tests.Harness;

namespace NetGen.Generator.Tests;

/// <summary>Every diagnostic is an error that nobody can switch off, with a help page and an entry in the release notes.</summary>
public sealed class DescriptorTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Snapshot.Directory, "..", "..", ".."));

    public static TheoryData<string> Ids => [.. Descriptors.All.Select(descriptor => descriptor.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void ItCannotBeSwitchedOff(string id)
    {
        Assert.Equal(DiagnosticSeverity.Error, Find(id).DefaultSeverity);
        Assert.Contains(WellKnownDiagnosticTags.NotConfigurable, Find(id).CustomTags);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void ItsHelpPageHasItsTitle(string id)
    {
        var page = $"docs/diagnostics/{id}.md";
        Assert.EndsWith($"/{page}", Find(id).HelpLinkUri, StringComparison.Ordinal);
        Assert.Equal($"# {id}: {Find(id).Title}", File.ReadLines(Path.Combine(Root, page)).First());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void ItIsInTheReleaseNotes(string id) => Assert.Single(
        Release("Shipped").Concat(Release("Unshipped")), line => line.StartsWith($"{id} ", StringComparison.Ordinal));

    [Fact]
    public void AllAreListed() => Assert.Equal(
        typeof(Descriptors).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>(),
        Descriptors.All);

    private static IEnumerable<string> Release(string kind) =>
        File.ReadLines(Path.Combine(Root, "generator", "NetGen.Generator", $"AnalyzerReleases.{kind}.md"));

    private static DiagnosticDescriptor Find(string id) => Descriptors.All.Single(descriptor => descriptor.Id == id);
}
