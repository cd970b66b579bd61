using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Reports;

/// <summary>What the works of one network cost.</summary>
/// <param name="MultiplyAdds">Of one sample's forward pass.</param>
/// <param name="Nanoseconds">Of each work.</param>
internal sealed record CurvePoint(long MultiplyAdds, IReadOnlyDictionary<Work, double> Nanoseconds)
{
    /// <summary>Nanoseconds for each sample.</summary>
    public double PerSample(Work work) =>
        Nanoseconds[work] / (work is Work.InferBatch or Work.TrainBatch ? Workload.Samples : 1);

    /// <summary>Nanoseconds for each sample and multiply-add of its forward pass.</summary>
    public double PerMultiplyAdd(Work work) => PerSample(work) / MultiplyAdds;
}
