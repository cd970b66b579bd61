namespace NetGen.Package.Tests;

/// <summary>The build turns weight files into what the compiler reads, and only those that changed.</summary>
[Collection(nameof(PackedConsumers))]
public sealed class WeightFileTests(PackedConsumers consumers)
{
    [Fact]
    public void WhatBecomesOfAFileIsSeenByTheNextBuild()
    {
        string weights = Path.Combine(consumers.FolderOf("Shared"), "wave.safetensors");
        byte[] content = File.ReadAllBytes(weights);
        var time = File.GetLastWriteTimeUtc(weights);
        try
        {
            File.Delete(weights);
            Build().MustFailWithOnly("NG0031");
            File.WriteAllBytes(weights, content[..^1]);
            Build().MustFailWithOnly("NG0032");
        }
        finally
        {
            // As old as before: a file that comes back from an archive.
            File.WriteAllBytes(weights, content);
            File.SetLastWriteTimeUtc(weights, time);
        }

        Build().MustSucceed();
        var before = Times();
        Build().MustSucceed();
        Assert.Equal(before, Times());

        CommandResult Build() => consumers.Dotnet("Console", "build", "--configuration", "Release", "--no-restore");

        Dictionary<string, DateTime> Times() => Directory
            .EnumerateFiles(Path.Combine(consumers.FolderOf("Console"), "obj"), "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".netgen-weights", StringComparison.Ordinal) || Path.GetFileName(file) == "Console.dll")
            .ToDictionary(file => file, File.GetLastWriteTimeUtc);
    }

    [Fact]
    public void WatchingAProjectWatchesItsWeights() => Assert.Contains(
        "wave.safetensors", consumers.Dotnet("Console", "watch", "--list").MustSucceed().Output, StringComparison.Ordinal);

    /// <summary>What an editor asks for: the compiler's command line, without a compilation.</summary>
    [Fact]
    public void ADesignTimeBuildHasTheText()
    {
        consumers.Dotnet("Console", "restore").MustSucceed();
        var result = consumers.Dotnet(
            "Console",
            "msbuild",
            "-target:Compile",
            "-property:DesignTimeBuild=true",
            "-property:SkipCompilerExecution=true",
            "-property:ProvideCommandLineArgs=true",
            "-property:Configuration=Design",
            "-getItem:CscCommandLineArgs").MustSucceed();
        Assert.Contains(".netgen-weights", result.Output, StringComparison.Ordinal);
    }
}
