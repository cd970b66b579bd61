using System.ComponentModel;
using System.Diagnostics;

namespace NetGen.Tests.Training;

/// <summary>A test that PyTorch takes part in, by the python3 that has it; skipped without one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PyTorchFactAttribute : FactAttribute
{
    private static readonly string[] Candidates = ["python3", "/usr/bin/python3", "python"];

    private static readonly Lazy<string?> Found = new(() => Candidates.FirstOrDefault(Imports));

    public PyTorchFactAttribute()
    {
        if (Found.Value is null)
            Skip = "PyTorch is not at hand: no python3 imports torch. What it computes is recorded in Reference for the other tests.";
    }

    /// <summary>Runs a script with the Python that has PyTorch, to its end.</summary>
    public static void Run(string script, params string[] arguments)
    {
        using var process = Start(Found.Value!, [script, .. arguments]);
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors);
    }

    private static bool Imports(string python)
    {
        try
        {
            using var process = Start(python, ["-c", "import torch"]);
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static Process Start(string python, string[] arguments)
    {
        var start = new ProcessStartInfo(python) { RedirectStandardError = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
