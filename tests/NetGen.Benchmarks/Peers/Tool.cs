using System.ComponentModel;
using System.Diagnostics;

namespace NetGen.Benchmarks.Peers;

/// <summary>Commands of the machine, and where their products are kept between runs.</summary>
internal static class Tool
{
    internal readonly record struct Result(bool Succeeded, string Output, string Errors);

    /// <summary>Runs a command to its end. A command that is not there has not succeeded.</summary>
    public static Result Run(string command, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return new(process.ExitCode == 0, output, errors.Result);
        }
        catch (Win32Exception exception)
        {
            return new(false, "", exception.Message);
        }
    }

    /// <summary>A folder that stays between runs; made if need be.</summary>
    public static string Folder(string name) =>
        Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "netgen-benchmarks", name)).FullName;
}
