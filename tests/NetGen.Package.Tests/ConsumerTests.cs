using System.Globalization;

namespace NetGen.Package.Tests;

/// <summary>
/// Projects outside the solution train and infer with the package: networks, functions of their own, a trainer and a file. What
/// they print is compared to the last bit.
/// </summary>
[Collection(nameof(PackedConsumers))]
public sealed class ConsumerTests(PackedConsumers consumers)
{
    /// <summary>What is the same on every framework: with any arithmetic, or with <c>Arithmetic.Exact</c>.</summary>
    private static readonly string[] Exact = ["parameters", "initial", "classes", "height", "exact", "adam", "loaded", "outputs", "frozen", "each"];

    /// <summary>What fused multiply-add makes the same from .NET 8 on.</summary>
    private static readonly string[] All = [.. Exact, "loss", "fused"];

    [Fact]
    public void AConsoleProgramTrainsAndInfers()
    {
        Assert.Equal("42", consumers.Console.Value("parameters"));
        Assert.Equal("0110", consumers.Console.Value("classes"));
        Assert.InRange(double.Parse(consumers.Console.Value("loss"), CultureInfo.InvariantCulture), 0, 0.05);
        Assert.Equal(consumers.Console.Value("adam"), consumers.Console.Value("loaded"));
        Assert.Equal(consumers.Console.Value("outputs"), consumers.Console.Value("frozen"));
        Assert.Equal(consumers.Console.Value("outputs"), consumers.Console.Value("each"));
        Assert.NotEqual(consumers.Console.Value("exact"), consumers.Console.Value("adam"));
    }

    [Fact]
    public void ATrimmedSingleFileComputesTheSameBits()
    {
        AssertSame(consumers.Publish("Trimmed"), All);

        var published = Directory.GetFiles(Path.Combine(consumers.FolderOf("Trimmed"), "published")).Select(Path.GetExtension);
        Assert.Equal([OperatingSystem.IsWindows() ? ".exe" : "", ".pdb"], published.Order(StringComparer.Ordinal));
    }

    [FactWith("linker for native code", "clang", "gcc", "link")]
    public void ANativeExecutableComputesTheSameBits() => AssertSame(consumers.Publish("NativeAot"), All);

    /// <summary>Vectors of 128 bits without fused multiply-add, as in a console program that is denied more.</summary>
    [FactWith("browser", "chromium", "chromium-browser", "google-chrome")]
    public void ABlazorPageComputesTheSameBits()
    {
        consumers.Dotnet("Browser", "publish", "--configuration", "Release", "-warnaserror", "--output", "published").MustSucceed();
        var page = Browser.Open(Path.Combine(consumers.FolderOf("Browser"), "published", "wwwroot"));

        AssertSame(page, Exact);
        var narrow = consumers.NarrowConsole;
        Assert.Equal(All.Select(narrow.Value), All.Select(page.Value));
    }

    [Fact]
    public void ANet8LibraryInCSharp12BuildsWithoutWarnings() =>
        consumers.Dotnet("Net8Library", "build", "--configuration", "Release", "-warnaserror").MustSucceed();

    /// <summary>Every rule of the compiler, of the SDK, of StyleCop and of Sonar, with overflow checks and CLS compliance.</summary>
    [Fact]
    public void TheStrictestProjectBuildsWithoutWarnings() => consumers.Dotnet("Strict", "build", "--configuration", "Release", "-warnaserror").MustSucceed();

    [Fact]
    public void ANetstandardLibraryInCSharp9ComputesTheSameBitsOnDotnet() =>
        AssertSame(consumers.Dotnet("Host", "run", "--configuration", "Release").MustSucceed(), Exact);

    [FactWith("Mono", "mono")]
    public void ANetstandardLibraryInCSharp9ComputesTheSameBitsOnMono()
    {
        consumers.Dotnet("Framework", "build", "--configuration", "Release", "--output", "built").MustSucceed();

        AssertSame(consumers.Run("Framework", "mono", Path.Combine("built", "Framework.exe")).MustSucceed(), Exact);
    }

    private void AssertSame(CommandResult result, string[] names) =>
        Assert.Equal(names.Select(consumers.Console.Value), names.Select(result.Value));
}
