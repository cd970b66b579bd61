namespace NetGen.Package.Tests;

/// <summary>What a command printed, and how it ended.</summary>
internal sealed record CommandResult(string Command, int ExitCode, string Output)
{
    /// <summary>Fails the test with all output unless the command succeeded.</summary>
    public CommandResult MustSucceed()
    {
        Assert.True(ExitCode == 0, $"{Command} exited with {ExitCode}:\n{Output}");
        return this;
    }

    /// <summary>Fails the test with all output unless the build failed with this error and no other.</summary>
    public void MustFailWithOnly(string code)
    {
        // A build prints its errors where they happen, and again at its end.
        var errors = Output.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal)).Select(line => line.Trim()).Distinct().ToList();
        Assert.True(
            ExitCode != 0 && errors.Count == 1 && errors[0].Contains($": error {code}: ", StringComparison.Ordinal),
            $"{Command} should have failed with {code} alone:\n{Output}");
    }

    /// <summary>The value of the line that starts with a name.</summary>
    public string Value(string name)
    {
        var line = Output.Split('\n').FirstOrDefault(line => line.StartsWith(name + " ", StringComparison.Ordinal));
        Assert.True(line is not null, $"{Command} printed no '{name}':\n{Output}");
        return line[(name.Length + 1)..];
    }
}
