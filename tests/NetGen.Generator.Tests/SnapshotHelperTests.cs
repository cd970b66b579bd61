using System.Reflection;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Tests.Harness;
using Xunit.Sdk;

namespace NetGen.Generator.Tests;

/// <summary>Snapshots keep the conventions of Verify, and none is left behind.</summary>
public sealed class SnapshotHelperTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("netgen-snapshots").FullName;
    private readonly Dictionary<string, string> _environment = [];

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void WhatIsAcceptedMatches()
    {
        Accept("class A { }\n");
        Match("class A { }\n");
        Assert.Equal("//HintName: A.g.cs\nclass A { }\n", File.ReadAllText(PathOf("verified")));
        Assert.False(File.Exists(PathOf("received")));
    }

    [Fact]
    public void ADifferenceIsShownAndKept()
    {
        Accept("first\nsecond\nthird\n");
        var failure = Assert.Throws<XunitException>(() => Match("first\nother\nthird\n"));
        Assert.Contains("  first\n- second\n+ other\n  third\n", failure.Message, StringComparison.Ordinal);
        Assert.Equal("//HintName: A.g.cs\nfirst\nother\nthird\n", File.ReadAllText(PathOf("received")));
        Assert.Equal("//HintName: A.g.cs\nfirst\nsecond\nthird\n", File.ReadAllText(PathOf("verified")));
    }

    [Fact]
    public void ANewFileIsNotAcceptedByItself()
    {
        Assert.Throws<XunitException>(() => Match("class A { }\n"));
        Assert.True(File.Exists(PathOf("received")));
    }

    [Fact]
    public void AFileThatIsNoLongerGeneratedFails()
    {
        Accept("class A { }\n");
        Assert.Throws<XunitException>(() => Snapshot().Match("Tests.Method", []));
    }

    [Fact]
    public void ContinuousIntegrationAcceptsNothing()
    {
        _environment["CI"] = "true";
        Assert.Throws<XunitException>(() => Accept("class A { }\n"));
        Assert.Empty(Directory.EnumerateFiles(_directory));
    }

    [Fact]
    public void EverySnapshotBelongsToATest()
    {
        var tests = typeof(SnapshotHelperTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.IsDefined(typeof(FactAttribute)))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}")
            .ToHashSet();
        var snapshots = Directory.EnumerateFiles(Harness.Snapshot.Directory, "*.verified.*").Select(path => Path.GetFileName(path));
        Assert.All(snapshots, name => Assert.Contains(name.Split('#')[0], tests));
    }

    private void Accept(string text)
    {
        _environment["NETGEN_ACCEPT_SNAPSHOTS"] = "1";
        Match(text);
        _environment.Clear();
    }

    private void Match(string text) => Snapshot().Match("Tests.Method", GeneratorHarness
        .For("[Network(2)] [Dense(3)] partial class A { }")
        .WithCompiler((_, _) => text)
        .Run()
        .Files);

    private Snapshot Snapshot() => new(_directory, name => _environment.GetValueOrDefault(name));

    private string PathOf(string kind) => Path.Combine(_directory, $"Tests.Method#A.g.{kind}.cs");
}
