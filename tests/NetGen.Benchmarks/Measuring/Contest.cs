using NetGen.Benchmarks.Networks;
using NetGen.Benchmarks.Peers;

namespace NetGen.Benchmarks.Measuring;

/// <summary>Contestants of one workload: checked, warmed up, then timed.</summary>
internal static class Contest
{
    /// <returns>For each work that all do the contestants' times, in their order.</returns>
    /// <exception cref="InvalidOperationException">A contestant computes something else.</exception>
    public static IEnumerable<(Work Work, IReadOnlyList<Timing> Timings)> Run(
        Workload workload, IReadOnlyList<Contestant> contestants, Rounds rounds)
    {
        foreach (var contestant in contestants)
        {
            if (Agreement.Difference(contestant, workload) is { } difference)
                throw new InvalidOperationException($"{contestant.Name} of {workload.Shape} is wrong: {difference}.");
        }

        Rounds.WarmUp(contestants);
        foreach (var work in Works.All.Where(work => contestants.All(contestant => contestant.Does(work))))
            yield return (work, rounds.Measure(contestants, work));
    }
}
