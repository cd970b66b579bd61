using System.IO.Compression;
using System.Xml.Linq;

namespace NetGen.Package.Tests;

/// <summary>The package as a file.</summary>
[Collection(nameof(PackedConsumers))]
public sealed class PackageTests(PackedConsumers consumers)
{
    [Fact]
    public void HoldsTheLibraryTheCompilerPartsAndTheBuildFiles()
    {
        using var package = ZipFile.OpenRead(consumers.PackagePath);
        var files = package.Entries
            .Select(entry => entry.FullName)
            .Where(name => name is not "[Content_Types].xml" && !name.StartsWith("_rels/") && !name.StartsWith("package/"))
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "NetGen.nuspec",
                "README.md",
                "analyzers/dotnet/cs/NetGen.Generator.dll",
                "analyzers/dotnet/roslyn4.14/cs/NetGen.CodeFixes.dll",
                "build/NetGen.props",
                "build/NetGen.targets",
                "buildTransitive/NetGen.props",
                "buildTransitive/NetGen.targets",
                "icon.png",
                "lib/net8.0/NetGen.dll",
                "lib/net8.0/NetGen.xml",
                "lib/netstandard2.0/NetGen.dll",
                "lib/netstandard2.0/NetGen.xml",
                "tools/netstandard2.0/NetGen.Build.dll",
            ],
            files);
    }

    [Theory]
    [InlineData("license", "MIT")]
    [InlineData("icon", "icon.png")]
    [InlineData("readme", "README.md")]
    [InlineData("releaseNotes", "https://github.com/netgen-dotnet/netgen/blob/main/CHANGELOG.md")]
    public void Says(string element, string expected) =>
        Assert.Equal(expected, Nuspec().Single(e => e.Name.LocalName == element).Value);

    [Fact]
    public void NamesTheRepositoryAndTheCommit()
    {
        var repository = Nuspec().Single(element => element.Name.LocalName == "repository");

        Assert.Equal("git", repository.Attribute("type")?.Value);
        Assert.Equal("https://github.com/netgen-dotnet/netgen", repository.Attribute("url")?.Value);
        if (consumers.IsFromClone)
            Assert.Matches("^[0-9a-f]{40}$", repository.Attribute("commit")?.Value);
    }

    [Fact]
    public void HasSymbolsOfBothLibraries()
    {
        using var symbols = ZipFile.OpenRead(Path.ChangeExtension(consumers.PackagePath, "snupkg"));

        Assert.Equal(
            ["lib/net8.0/NetGen.pdb", "lib/netstandard2.0/NetGen.pdb"],
            symbols.Entries.Select(entry => entry.FullName).Where(name => name.EndsWith(".pdb")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void DependsOnNothingFromNet8OnAndOnWhatWasMissingBefore()
    {
        var dependencies = Nuspec()
            .Where(element => element.Name.LocalName == "group")
            .Select(group => $"{group.Attribute("targetFramework")!.Value}: {string.Join(", ", group.Elements().Select(d => d.Attribute("id")!.Value))}");

        Assert.Equal(["net8.0: ", ".NETStandard2.0: System.Memory"], dependencies.OrderDescending(StringComparer.Ordinal));
    }

    private IEnumerable<XElement> Nuspec()
    {
        using var package = ZipFile.OpenRead(consumers.PackagePath);
        using var nuspec = package.GetEntry("NetGen.nuspec")!.Open();
        return XDocument.Load(nuspec).Descendants();
    }
}
