using NetGen.Benchmarks.Networks;
using NetGen.Benchmarks.Peers;

namespace NetGen.Benchmarks.Compiling;

/// <summary>A network that was compiled at run time with the parameters of another, so that it only infers.</summary>
internal sealed class FrozenNetwork : InProcess
{
    private readonly RunLoop _loop;
    private readonly Workload _workload;
    private readonly AlignedBlock<float> _inputs;
    private readonly AlignedBlock<float> _outputs;

    /// <param name="name">What the tables call it.</param>
    /// <param name="workload">The network and its samples.</param>
    /// <param name="file">Its parameters.</param>
    public FrozenNetwork(string name, Workload workload, byte[] file)
        : base(name)
    {
        _loop = ModelCompiler.CompileFrozen(workload.Shape, file).GetType("Loop", throwOnError: true)!.GetMethod("Run")!.CreateDelegate<RunLoop>();
        _workload = workload;
        _inputs = new(workload.Inputs.Length);
        workload.Inputs.CopyTo(_inputs.Span);
        _outputs = new(workload.Targets.Length);
    }

    private delegate void RunLoop(bool isBatch, int times, int samples, ReadOnlySpan<float> inputs, Span<float> outputs);

    public override bool Does(Work work) => work is Work.InferOne or Work.InferBatch;

    public override float[] GetParameters() => _workload.Parameters;

    /// <summary>Nothing to set: they are those of the workload.</summary>
    public override void SetParameters(float[] values)
    {
    }

    public override float[] GetOutputs() => _outputs.Span.ToArray();

    public override void Run(Work work, int times, float learningRate) =>
        _loop(work == Work.InferBatch, times, Workload.Samples, _inputs.Span, _outputs.Span);
}
