using System.IO.Compression;
using System.Xml.Linq;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace NetGen.Package.Tests;

/// <summary>The package as a file, and as projects outside the solution use it.</summary>
public sealed class PackageTests(PackedConsumers consumers) : IClassFixture<PackedConsumers>
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
                "lib/net8.0/NetGen.dll",
                "lib/net8.0/NetGen.xml",
                "lib/netstandard2.0/NetGen.dll",
                "lib/netstandard2.0/NetGen.xml",
            ],
            files);
    }

    [Fact]
    public void DependsOnNothingFromNet8OnAndOnWhatWasMissingBefore()
    {
        using var package = ZipFile.OpenRead(consumers.PackagePath);
        using var nuspec = package.GetEntry("NetGen.nuspec")!.Open();
        var dependencies = XDocument.Load(nuspec).Descendants()
            .Where(element => element.Name.LocalName == "group")
            .Select(group => $"{group.Attribute("targetFramework")!.Value}: {string.Join(", ", group.Elements().Select(d => d.Attribute("id")!.Value))}");

        Assert.Equal(["net8.0: ", ".NETStandard2.0: System.Memory, System.Text.Json"], dependencies.OrderDescending(StringComparer.Ordinal));
    }

    [Fact]
    public void AConsoleProgramTrainsAndInfers()
    {
        var result = consumers.Run("Console", "run", "--configuration", "Release").MustSucceed();

        AssertLearnt(result);
    }

    [Fact]
    public void ANet8LibraryInCSharp12BuildsWithoutWarnings() =>
        consumers.Run("Net8Library", "build", "--configuration", "Release").MustSucceed();

    [Fact]
    public void ANetstandardLibraryInCSharp9TrainsAndInfersFromTheSameNumbers()
    {
        var modern = consumers.Run("Console", "run", "--configuration", "Release").MustSucceed();
        var classic = consumers.Run("Host", "run", "--configuration", "Release").MustSucceed();

        AssertLearnt(classic);
        Assert.Equal(modern.Value("initial"), classic.Value("initial"));
    }

    [Theory]
    [InlineData("-p:RunAnalyzers=true")]
    [InlineData("-p:RunAnalyzers=false")]
    public void AWrongNetworkDoesNotCompile(string analyzers) =>
        consumers.Run("Invalid", "build", "--no-incremental", analyzers).MustFailWith("error NG0002");

    [Fact]
    public void AnOlderCompilerIsToldWhatItLacks() =>
        consumers.Run("Net8Library", "build", "--no-incremental", "-p:CompilerApiVersion=roslyn4.2").MustFailWith("error NGPKG02");

    private static void AssertLearnt(CommandResult result)
    {
        Assert.Equal("42", result.Value("parameters"));
        Assert.Equal("0110", result.Value("classes"));
        Assert.InRange(double.Parse(result.Value("loss"), System.Globalization.CultureInfo.InvariantCulture), 0, 0.05);
    }
}
