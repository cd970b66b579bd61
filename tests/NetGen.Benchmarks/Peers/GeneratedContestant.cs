using System.Runtime.CompilerServices;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Peers;

/// <summary>A generated network and the loop that is timed.</summary>
internal sealed class GeneratedContestant<TCalls> : InProcess
    where TCalls : struct, ICalls
{
    private readonly Workload _workload;
    private readonly TCalls _calls;
    private readonly AlignedBlock<float> _outputs;

    public GeneratedContestant(Workload workload, TCalls calls)
        : base(GeneratedNetworks.ColumnName)
    {
        _workload = workload;
        _calls = calls;
        _outputs = workload.NewOutputs();
    }

    public override float[] GetParameters()
    {
        var values = new float[_workload.Shape.ParameterCount];
        _calls.Network.CopyParametersTo(values);
        return values;
    }

    public override void SetParameters(float[] values) => _calls.Network.SetParameters(values);

    public override float[] GetOutputs() => _outputs.Span.ToArray();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(Work work, int times, float learningRate)
    {
        int ins = _workload.Shape.Inputs;
        int outs = _workload.Shape.Outputs;
        Span<float> inputs = _workload.Inputs;
        Span<float> targets = _workload.Targets;
        Span<float> outputs = _outputs.Span;
        TCalls calls = _calls;
        switch (work)
        {
            case Work.InferOne:
                for (int n = 0; n < times; n++)
                {
                    int sample = n % Workload.Samples;
                    calls.Forward(inputs.Slice(sample * ins, ins), outputs.Slice(sample * outs, outs));
                }

                break;
            case Work.TrainOne:
                for (int n = 0; n < times; n++)
                {
                    int sample = n % Workload.Samples;
                    calls.TrainStep(inputs.Slice(sample * ins, ins), targets.Slice(sample * outs, outs), learningRate);
                }

                break;
            case Work.InferBatch:
                for (int n = 0; n < times; n++)
                    calls.ForwardBatch(inputs, outputs);
                break;
            default:
                for (int n = 0; n < times; n++)
                    calls.TrainBatch(inputs, targets, learningRate);
                break;
        }
    }
}
