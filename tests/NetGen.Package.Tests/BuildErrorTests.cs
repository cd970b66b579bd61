using System.IO.Compression;

namespace NetGen.Package.Tests;

/// <summary>Projects that cannot use the package are told so by one error.</summary>
[Collection(nameof(PackedConsumers))]
public sealed class BuildErrorTests(PackedConsumers consumers)
{
    [Theory]
    [InlineData("-p:RunAnalyzers=true")]
    [InlineData("-p:RunAnalyzers=false")]
    public void AWrongNetworkDoesNotCompile(string analyzers) =>
        consumers.Dotnet("Invalid", "build", "--no-incremental", analyzers).MustFailWithOnly("NG0002");

    [Theory]
    [InlineData("-p:RunAnalyzers=true")]
    [InlineData("-p:RunAnalyzers=false")]
    public void AnOlderLanguageIsToldWhatToWrite(string analyzers) =>
        consumers.Dotnet("Net8Library", "build", "--no-incremental", "-p:LangVersion=7.3", "-p:Nullable=disable", analyzers)
            .MustFailWithOnly("NG0013");

    [Fact]
    public void AnOlderCompilerIsToldWhatItLacks() =>
        consumers.Dotnet("Net8Library", "build", "--no-incremental", "-p:CompilerApiVersion=roslyn4.2").MustFailWithOnly("NGPKG02");

    [Fact]
    public void PackagesConfigIsToldToMigrate()
    {
        // Where NuGet puts a package for packages.config.
        ZipFile.ExtractToDirectory(consumers.PackagePath, Path.Combine(consumers.FolderOf("PackagesConfig"), "packages", "NetGen"));

        consumers.Dotnet("PackagesConfig", "msbuild", "-target:CoreCompile").MustFailWithOnly("NGPKG01");
    }
}
