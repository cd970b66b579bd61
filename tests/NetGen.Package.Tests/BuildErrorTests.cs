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

    [Fact]
    public void AnOlderCompilerIsToldWhatItLacks() =>
        consumers.Dotnet("Net8Library", "build", "--no-incremental", "-p:CompilerApiVersion=roslyn4.2").MustFailWithOnly("NGPKG02");
}
