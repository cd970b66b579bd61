using BenchmarkDotNet.Attributes;
using NetGen.Benchmarks.Networks;
using NetGen.Benchmarks.Peers;

namespace NetGen.Benchmarks.Measuring;

/// <summary>The works of one network by one contestant in C#, as BenchmarkDotNet measures them. Public, since it asks for that.</summary>
[MemoryDiagnoser]
public class SingleFigures
{
    private const float LearningRate = 1e-4f;

    private InProcess _contestant = null!;

    [Params("A", "B", "C", "D", "E")]
    public string Network { get; set; } = "";

    [Params(GeneratedNetworks.ColumnName, NaiveLoops<float>.ColumnName, TensorCalls.ColumnName)]
    public string Contestant { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        var workload = new Workload(NetworkShape.All.Single(shape => shape.Name == Network));
        IPeer[] peers = [new GeneratedNetworks(), NaiveLoops<float>.Peer, TensorCalls.Peer];
        _contestant = (InProcess)peers.Single(peer => peer.Column == Contestant).Create(workload)!;
        if (Agreement.Difference(_contestant, workload) is { } difference)
            throw new InvalidOperationException($"{Contestant} of {workload.Shape} is wrong: {difference}.");
    }

    [Benchmark(OperationsPerInvoke = Workload.Samples)]
    public void InferOne() => _contestant.Run(Work.InferOne, Workload.Samples, LearningRate);

    [Benchmark(OperationsPerInvoke = Workload.Samples)]
    public void TrainOne() => _contestant.Run(Work.TrainOne, Workload.Samples, LearningRate);

    [Benchmark]
    public void InferBatch() => _contestant.Run(Work.InferBatch, 1, LearningRate);

    [Benchmark]
    public void TrainBatch() => _contestant.Run(Work.TrainBatch, 1, LearningRate);
}
