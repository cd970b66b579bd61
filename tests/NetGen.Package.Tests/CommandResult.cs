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

    /// <summary>Fails the test with all output unless the command failed with this error.</summary>
    public CommandResult MustFailWith(string error)
    {
        Assert.True(ExitCode != 0, $"{Command} should have failed:\n{Output}");
        Assert.Contains(error, Output, StringComparison.Ordinal);
        return this;
    }

    /// <summary>The value of the line that starts with a name.</summary>
    public string Value(string name)
    {
        var line = Output.Split('\n').FirstOrDefault(line => line.StartsWith(name + " ", StringComparison.Ordinal));
        Assert.True(line is not null, $"{Command} printed no '{name}':\n{Output}");
        return line[(name.Length + 1)..];
    }
}
