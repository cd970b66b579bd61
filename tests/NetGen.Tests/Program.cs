using System.Diagnostics;
using NetGen.Tests.Jit;
using NetGen.Tests.Networks;
using NetGen.Tests.Runtime;

namespace NetGen.Tests;

/// <summary>What tests run in a process of its own, because the runtime reads its settings once.</summary>
public static class Program
{
    public static void Main(string[] args)
    {
        switch (args)
        {
            case [nameof(WidthProbe)]:
                Console.Write(WidthProbe.Report());
                break;
            case [nameof(JitProbe), var folder]:
                JitProbe.Compile(folder);
                break;
            case [nameof(CodeSizeProbe), var image]:
                CodeSizeProbe.Compile(image);
                break;
            case [nameof(KilledSaveTests), var path]:
                KilledSaveTests.SaveForEver(path);
                break;
            case [nameof(SavedFileTests)] when !OperatingSystem.IsWindows():
                SavedFileTests.SaveToOutput();
                break;
            default:
                throw new ArgumentException($"'{string.Join(' ', args)}' is no probe.", nameof(args));
        }
    }

    /// <summary>Runs this program in a process with settings, and gives what it prints.</summary>
    public static string Run(string[] args, Dictionary<string, string> environment)
    {
        using var process = Start(args, environment);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }

    /// <summary>Starts this program in a process with settings; what it prints can be read.</summary>
    public static Process Start(string[] args, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
        };
        foreach (var argument in (string[])["exec", typeof(Program).Assembly.Location, .. args])
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        return Process.Start(start)!;
    }
}
