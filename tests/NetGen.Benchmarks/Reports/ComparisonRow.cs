using NetGen.Benchmarks.Measuring;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Reports;

/// <summary>One network and work: our time, and the best time in each other column.</summary>
internal sealed record ComparisonRow(NetworkShape Shape, Work Work, Timing Ours, IReadOnlyDictionary<string, Timing> Peers)
{
    /// <summary>How many times as long the peer takes as we, or null where it has no figure.</summary>
    public double? Ratio(string column) => Peers.TryGetValue(column, out var peer) ? peer.Median / Ours.Median : null;
}
