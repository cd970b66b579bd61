using System.Text.Json;

namespace NetGen.Tests.Reference;

/// <summary>All cases of the golden folder, by name.</summary>
internal static class GoldenCases
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private static readonly Dictionary<string, GoldenCase> ByName = Directory
        .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Reference", "golden"), "*.json")
        .Select(path => JsonSerializer.Deserialize<GoldenCase>(File.ReadAllText(path), Options)!)
        .ToDictionary(golden => golden.Name);

    public static IEnumerable<GoldenCase> All => ByName.Values.OrderBy(golden => golden.Name, StringComparer.Ordinal);

    public static GoldenCase Named(string name) => ByName[name];
}
