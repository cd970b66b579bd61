using System.Text.RegularExpressions;
using NetGen.Tests.Compiling;

namespace NetGen.Tests.Jit;

/// <summary>What the JIT has made of the kernels of <see cref="JitNetworks"/>, by the listings that it prints.</summary>
public sealed partial class JitSummary
{
    private const string Heading = "; Assembly listing for method ";

    private readonly Dictionary<string, JitListing[]> _kernels = [];

    public JitSummary()
    {
        var folder = Directory.CreateTempSubdirectory("NetGen").FullName;
        try
        {
            var listings = Path.Combine(folder, "listings.txt");
            var models = JitNetworks.All.ToDictionary(network => network.Key, network => ModelCompiler.Compile(network.Value));
            var index = 0;
            foreach (var model in models.Values)
                File.WriteAllBytes(Path.Combine(folder, $"{index++:D3}.dll"), model.Image);
            Program.Run([nameof(JitProbe), folder], new()
            {
                // Without tiers every method is to be optimised, also those that are not marked so.
                ["DOTNET_TieredCompilation"] = "0",
                ["DOTNET_JitDisasm"] = $"*Kernels*:* {JitProbe.Control}:*",
                ["DOTNET_JitStdOutFile"] = listings,
            });

            var kernels = new Queue<JitListing>();
            foreach (var listing in Read(listings))
            {
                if (listing.Heading.Contains("+Kernels", StringComparison.Ordinal))
                    kernels.Enqueue(listing);
                else
                    Control.Add(listing.Heading);
            }

            foreach (var (name, model) in models)
                _kernels.Add(name, [.. JitProbe.Kernels(model.Type).Select(_ => kernels.TryDequeue(out var listing) ? listing : new("not compiled", []))]);
            Rest = [.. kernels.Select(listing => listing.Heading)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The heading of the method that is too long.</summary>
    public IList<string> Control { get; } = [];

    /// <summary>Listings beyond one for each method, by which the others could not be told apart.</summary>
    public string[] Rest { get; }

    /// <summary>The listings of a network's kernels.</summary>
    public JitListing[] Kernels(string network) => _kernels[network];

    private static List<JitListing> Read(string file)
    {
        var listings = new List<JitListing>();
        foreach (var line in File.ReadLines(file))
        {
            if (line.StartsWith(Heading, StringComparison.Ordinal))
                listings.Add(new(line[Heading.Length..], []));
            else if (Call().Match(line) is { Success: true } call)
                listings[^1].Calls.Add(call.Groups["method"].Value);
        }

        return listings;
    }

    /// <summary>x86-64 writes <c>call [type:method(…)]</c>, Arm64 <c>bl type:method(…)</c>.</summary>
    [GeneratedRegex(@"^\s+(call|bl)\s+\[?(?<method>NetGen\.Numerics\.[^(]+)\(")]
    private static partial Regex Call();
}
