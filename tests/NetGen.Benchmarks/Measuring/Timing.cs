namespace NetGen.Benchmarks.Measuring;

/// <summary>Nanoseconds that one work took, over all rounds.</summary>
internal readonly record struct Timing(string Name, double Median, double Minimum)
{
    public static Timing Of(string name, double[] rounds)
    {
        double[] sorted = [.. rounds.Order()];
        return new(name, sorted[sorted.Length / 2], sorted[0]);
    }
}
