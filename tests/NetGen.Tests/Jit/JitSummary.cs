using NetGen.Tests.Compiling;

namespace NetGen.Tests.Jit;

/// <summary>What the JIT says about the kernels of <see cref="JitNetworks"/>: one line for each method that it has compiled.</summary>
public sealed class JitSummary
{
    private readonly Dictionary<string, string[]> _kernels = [];

    public JitSummary()
    {
        var folder = Directory.CreateTempSubdirectory("NetGen").FullName;
        try
        {
            var summary = Path.Combine(folder, "summary.txt");
            var models = JitNetworks.All.ToDictionary(network => network.Key, network => ModelCompiler.Compile(network.Value));
            var index = 0;
            foreach (var model in models.Values)
                File.WriteAllBytes(Path.Combine(folder, $"{index++:D3}.dll"), model.Image);
            Program.Run([nameof(JitProbe), folder], new()
            {
                // Without tiers every method is to be optimised, also those that are not marked so.
                ["DOTNET_TieredCompilation"] = "0",
                ["DOTNET_JitDisasmSummary"] = "1",
                ["DOTNET_JitStdOutFile"] = summary,
            });

            var lines = File.ReadAllLines(summary);
            Control = [.. lines.Where(line => line.Contains($"JIT compiled {JitProbe.Control}:", StringComparison.Ordinal))];
            var kernels = new Queue<string>(lines.Where(line => line.Contains("+Kernels:", StringComparison.Ordinal)));
            foreach (var (name, model) in models)
                _kernels.Add(name, [.. JitProbe.Kernels(model.Type).Select(_ => kernels.TryDequeue(out var line) ? line : "not compiled")]);
            Rest = [.. kernels];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The line about the method that is too long.</summary>
    public string[] Control { get; }

    /// <summary>Lines beyond one for each method, by which the others could not be told apart.</summary>
    public string[] Rest { get; }

    /// <summary>One line for each kernel of a network.</summary>
    public string[] Kernels(string network) => _kernels[network];
}
