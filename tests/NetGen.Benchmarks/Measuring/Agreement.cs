using NetGen.Benchmarks.Networks;
using NetGen.Benchmarks.Peers;

namespace NetGen.Benchmarks.Measuring;

/// <summary>Whether contestants compute the same numbers: without that, their times mean nothing beside each other.</summary>
internal static class Agreement
{
    /// <summary>Large enough that a step moves the parameters far beyond the tolerance.</summary>
    private const float LearningRate = 1;

    private const double Tolerance = 2e-5;

    /// <summary>Does each work once, from the start, and compares with plain loops in double.</summary>
    /// <returns>What differs, or null. The contestant has the workload's parameters again.</returns>
    public static string? Difference(Contestant contestant, Workload workload)
    {
        using var reference = new NaiveLoops<double>(workload);
        string? difference = Works.All
            .Where(contestant.Does)
            .Select(work => Difference(work, Result(reference, work, workload), Result(contestant, work, workload)))
            .FirstOrDefault(text => text is not null);
        contestant.SetParameters(workload.Parameters);
        return difference;
    }

    private static float[] Result(Contestant contestant, Work work, Workload workload)
    {
        contestant.SetParameters(workload.Parameters);
        switch (work)
        {
            case Work.InferOne:
                contestant.Time(work, Workload.Samples, 0);
                return contestant.GetOutputs();
            case Work.InferBatch:
                contestant.Time(work, 1, 0);
                return contestant.GetOutputs();
            default:
                contestant.Time(work, 1, LearningRate);
                return [.. contestant.GetParameters().Zip(workload.Parameters, (after, before) => after - before)];
        }
    }

    private static string? Difference(Work work, float[] expected, float[] actual)
    {
        if (expected.Length != actual.Length)
            return $"{work.Text()}: {actual.Length} values instead of {expected.Length}";
        double largest = expected.Max(Math.Abs);
        double worst = expected.Zip(actual, (e, a) => Math.Abs((double)e - a)).Max();
        // NaN is no agreement either.
        return worst <= Tolerance * largest ? null : $"{work.Text()}: off by {worst:E1} where the largest value is {largest:E1}";
    }
}
