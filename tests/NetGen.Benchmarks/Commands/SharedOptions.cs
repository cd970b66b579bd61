using NetGen.Benchmarks.Measuring;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Commands;

/// <summary>Options that several commands take.</summary>
internal static class SharedOptions
{
    public static IReadOnlyList<string> Names { get; } = ["networks", "rounds", "milliseconds"];

    /// <summary>The networks whose letters <c>--networks</c> names.</summary>
    /// <exception cref="ArgumentException">There is no such network.</exception>
    public static IReadOnlyList<NetworkShape> Networks(this Options options)
    {
        if (options.Text("networks") is not { } letters)
            return NetworkShape.All;
        return [.. letters.Select(letter =>
            NetworkShape.All.FirstOrDefault(shape => shape.Name[0] == char.ToUpperInvariant(letter))
            ?? throw new ArgumentException($"There is no network {letter}; there are A to E."))];
    }

    public static Rounds Rounds(this Options options) => new(options.Number("rounds", 15), options.Number("milliseconds", 2));
}
