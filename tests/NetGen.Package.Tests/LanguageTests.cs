namespace NetGen.Package.Tests;

/// <summary>Projects in other languages use networks, and are told that they cannot declare any.</summary>
[Collection(nameof(PackedConsumers))]
public sealed class LanguageTests(PackedConsumers consumers)
{
    [Theory]
    [InlineData("FSharpLibrary", "Digits.fs")]
    [InlineData("VisualBasicLibrary", "Digits.vb")]
    public void AnotherLanguageIsToldWhereNetworksBelong(string consumer, string file)
    {
        consumers.Dotnet(consumer, "build", "--configuration", "Release", "-warnaserror").MustSucceed();

        var output = consumers.Dotnet(consumer, "build", "--no-incremental", "--configuration", "Release", "-p:Declares=true").MustSucceed().Output;
        var warnings = output.Split('\n').Where(line => line.Contains(": warning ", StringComparison.Ordinal)).Select(line => line.Trim()).Distinct();
        var warning = Assert.Single(warnings);
        Assert.Contains("NGPKG04: NetGen generates C# alone", warning, StringComparison.Ordinal);
        Assert.Contains(file, warning, StringComparison.Ordinal);
    }
}
