using System.Diagnostics;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen.Benchmarks.Measuring;

/// <summary>The machine that measures.</summary>
internal static class Machine
{
    private const string ProcessorFile = "/proc/cpuinfo";

    public static string Processor { get; } =
        ProcessorLines("model name").FirstOrDefault() ?? RuntimeInformation.ProcessArchitecture.ToString();

    /// <summary>Of the machine, which may be more than this process may use.</summary>
    public static int Cores { get; } = Math.Max(ProcessorLines("processor").Count(), Environment.ProcessorCount);

    /// <summary>Bits of the widest vectors that generated code uses here.</summary>
    public static int VectorWidth { get; } =
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;

    /// <summary>One line that names all that the figures depend on, but the peers.</summary>
    public static string Description { get; } = string.Join(
        ", ",
        Processor,
        $"{Cores} {(Cores == 1 ? "core" : "cores")}",
        $"{VectorWidth}-bit vectors",
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription);

    /// <summary>Keeps this thread, and the processes that it starts, on the last core that they may use.</summary>
    public static void Pin()
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsWindows())
            return;
        using var process = Process.GetCurrentProcess();
        process.ProcessorAffinity = (nint)1 << BitOperations.Log2((nuint)process.ProcessorAffinity);
    }

    /// <summary>The values of a key in what Linux says of its processors.</summary>
    private static IEnumerable<string> ProcessorLines(string key) => File.Exists(ProcessorFile)
        ? File.ReadLines(ProcessorFile)
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .Where(parts => parts[0] == key)
            .Select(parts => parts[1])
        : [];
}
