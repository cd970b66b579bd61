using System.Diagnostics;
using NetGen.Benchmarks.Measuring;

namespace NetGen.Benchmarks.Commands;

/// <summary>Runs this program again, with the same arguments, on a machine that has narrower vectors by its runtime's word.</summary>
internal static class WidthProcess
{
    private const string Marker = "NETGEN_BENCHMARKS_WIDTH";

    /// <exception cref="InvalidOperationException">The switch did not take, or the machine has no such vectors.</exception>
    public static int Run(int width)
    {
        if (Environment.GetEnvironmentVariable(Marker) is not null || width > Machine.VectorWidth)
            throw new InvalidOperationException($"Asked for {width}-bit vectors, but the runtime uses those of {Machine.VectorWidth} bits.");

        string[] arguments = Environment.GetCommandLineArgs();
        string program = Environment.ProcessPath!;
        bool isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        var start = new ProcessStartInfo(program, isHost ? arguments : arguments[1..]);
        start.Environment[Marker] = $"{width}";
        start.Environment[width == 256 ? "DOTNET_EnableAVX512" : "DOTNET_EnableAVX2"] = "0";
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
