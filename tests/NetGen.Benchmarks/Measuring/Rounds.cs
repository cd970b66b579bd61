using System.Runtime;
using NetGen.Benchmarks.Networks;
using NetGen.Benchmarks.Peers;

namespace NetGen.Benchmarks.Measuring;

/// <summary>Times contestants in turns, so that a slow phase of the machine meets all of them.</summary>
/// <param name="Count">Turns that each contestant gets.</param>
/// <param name="Milliseconds">Length of a turn.</param>
internal sealed record Rounds(int Count, double Milliseconds)
{
    /// <summary>So small that parameters stay what they are through millions of steps.</summary>
    private const float LearningRate = 1e-4f;

    // The runtime compiles a method anew after 30 calls, beside the program, and does so up to twice.
    private const int FewestWarmUps = 4;
    private const int MostWarmUps = 40;
    private const int CallsInAWarmUp = 10;
    private const double WarmUpMilliseconds = 10;
    private const int PauseMilliseconds = 100;

    /// <summary>Lets contestants do all their works until the runtime has compiled what it wants to compile.</summary>
    public static void WarmUp(IReadOnlyList<Contestant> contestants)
    {
        long compiled = -1;
        for (int done = 0; done < MostWarmUps; done++)
        {
            if (done >= FewestWarmUps && compiled == JitInfo.GetCompiledMethodCount())
                break;
            compiled = JitInfo.GetCompiledMethodCount();
            foreach (var contestant in contestants)
            {
                foreach (var work in Works.All.Where(contestant.Does))
                    WarmUp(contestant, work);
            }

            Thread.Sleep(PauseMilliseconds);
        }
    }

    /// <summary>Times one work of contestants that are warm.</summary>
    public IReadOnlyList<Timing> Measure(IReadOnlyList<Contestant> contestants, Work work)
    {
        int[] times = [.. contestants.Select(contestant => TimesInARound(contestant, work))];
        double[][] rounds = [.. contestants.Select(_ => new double[Count])];
        for (int round = 0; round < Count; round++)
        {
            for (int i = 0; i < contestants.Count; i++)
                rounds[i][round] = contestants[i].Time(work, times[i], LearningRate) / times[i];
        }

        return [.. contestants.Select((contestant, i) => Timing.Of(contestant.Name, rounds[i]))];
    }

    private static void WarmUp(Contestant contestant, Work work)
    {
        double spent = 0;
        for (int calls = 0; calls < CallsInAWarmUp || spent < WarmUpMilliseconds * 1e6; calls++)
            spent += contestant.Time(work, 1, LearningRate);
    }

    private int TimesInARound(Contestant contestant, Work work)
    {
        double target = Milliseconds * 1e6;
        int times = 1;
        while (Shortest(times) < target / 4)
            times *= 2;
        return Math.Max(1, (int)(times * target / Shortest(times)));

        // The shortest of a few, since another process may have had the core.
        double Shortest(int times) => Enumerable.Range(0, 3).Min(_ => contestant.Time(work, times, LearningRate));
    }
}
