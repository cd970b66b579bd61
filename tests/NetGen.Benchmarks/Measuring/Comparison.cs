using NetGen.Benchmarks.Networks;
using NetGen.Benchmarks.Peers;
using NetGen.Benchmarks.Reports;

namespace NetGen.Benchmarks.Measuring;

/// <summary>All works of one network, by all peers that have it.</summary>
internal static class Comparison
{
    /// <param name="workload">The network and its samples.</param>
    /// <param name="peers">Us among them.</param>
    /// <param name="rounds">How to time.</param>
    /// <param name="remarks">Receives why a peer has no figures.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <exception cref="InvalidOperationException">Our own numbers are wrong.</exception>
    public static IReadOnlyList<ComparisonRow> Of(
        Workload workload, IReadOnlyList<IPeer> peers, Rounds rounds, ICollection<string> remarks, TextWriter progress)
    {
        var contestants = new List<(string Column, Contestant Contestant)>();
        try
        {
            foreach (var peer in peers)
            {
                if (peer.Create(workload) is not { } contestant)
                    continue;

                contestants.Add((peer.Column, contestant));
                if (Agreement.Difference(contestant, workload) is { } difference)
                {
                    if (peer.Column == GeneratedNetworks.ColumnName)
                        throw new InvalidOperationException($"The generated network {workload.Shape} is wrong: {difference}.");
                    remarks.Add($"{contestant.Name} has no figures for {workload.Shape.Name}, since it computes something else: {difference}.");
                    contestants.RemoveAt(contestants.Count - 1);
                    contestant.Dispose();
                }
            }

            Rounds.WarmUp([.. contestants.Select(entry => entry.Contestant)]);
            return [.. Works.All.Select(work => Row(workload.Shape, work, contestants, rounds, progress))];
        }
        finally
        {
            foreach (var (_, contestant) in contestants)
                contestant.Dispose();
        }
    }

    private static ComparisonRow Row(
        NetworkShape shape, Work work, List<(string Column, Contestant Contestant)> contestants, Rounds rounds, TextWriter progress)
    {
        progress.WriteLine($"{shape}, {work.Text()}");
        var active = contestants.Where(entry => entry.Contestant.Does(work)).ToList();
        var timings = rounds.Measure([.. active.Select(entry => entry.Contestant)], work);
        var best = active.Zip(timings)
            .GroupBy(pair => pair.First.Column, pair => pair.Second)
            .ToDictionary(group => group.Key, group => group.MinBy(timing => timing.Median));
        var ours = best[GeneratedNetworks.ColumnName];
        best.Remove(GeneratedNetworks.ColumnName);
        return new(shape, work, ours, best);
    }
}
