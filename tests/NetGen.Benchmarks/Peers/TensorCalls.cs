using System.Numerics.Tensors;
using System.Reflection;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Peers;

/// <summary>A network of <see cref="TensorLayer"/>.</summary>
internal sealed class TensorCalls : InProcess
{
    public const string ColumnName = "Tensors";

    private readonly Workload _workload;
    private readonly TensorLayer[] _layers;
    private readonly AlignedBlock<float> _outputs;

    public TensorCalls(Workload workload)
        : base(ColumnName)
    {
        _workload = workload;
        _outputs = workload.NewOutputs();
        var shape = workload.Shape;
        _layers = [.. Enumerable.Range(0, shape.Layers).Select(layer =>
            new TensorLayer(shape.Sizes[layer], shape.Sizes[layer + 1], shape.ActivationOf(layer)))];
    }

    public static IPeer Peer { get; } = new ManagedPeer(ColumnName, workload => new TensorCalls(workload));

    public static string Version { get; } = "System.Numerics.Tensors " + typeof(TensorPrimitives).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public override float[] GetParameters()
    {
        var values = new float[_workload.Shape.ParameterCount];
        Span<float> rest = values;
        foreach (var layer in _layers)
            rest = layer.CopyParametersTo(rest);
        return values;
    }

    public override void SetParameters(float[] values)
    {
        ReadOnlySpan<float> rest = values;
        foreach (var layer in _layers)
            rest = layer.SetParameters(rest);
    }

    public override float[] GetOutputs() => _outputs.Span.ToArray();

    public override void Run(Work work, int times, float learningRate)
    {
        for (int n = 0; n < times; n++)
        {
            int sample = n % Workload.Samples;
            switch (work)
            {
                case Work.InferOne:
                    Infer(sample);
                    break;
                case Work.TrainOne:
                    TrainOne(sample, learningRate);
                    break;
                case Work.InferBatch:
                    for (int i = 0; i < Workload.Samples; i++)
                        Infer(i);
                    break;
                default:
                    TrainBatch(learningRate);
                    break;
            }
        }
    }

    private ReadOnlySpan<float> Input(int sample) =>
        _workload.Inputs.Slice(sample * _workload.Shape.Inputs, _workload.Shape.Inputs);

    private void Infer(int sample) => Forward(Input(sample)).CopyTo(_outputs.Span[(sample * _workload.Shape.Outputs)..]);

    private Span<float> Forward(ReadOnlySpan<float> x)
    {
        foreach (var layer in _layers)
        {
            layer.Forward(x);
            x = layer.Outputs;
        }

        return _layers[^1].Outputs;
    }

    private void TrainOne(int sample, float learningRate)
    {
        ReadOnlySpan<float> x = Input(sample);
        Backpropagate(x, sample);
        foreach (var layer in _layers)
        {
            layer.Step(x, learningRate);
            x = layer.Outputs;
        }
    }

    private void TrainBatch(float learningRate)
    {
        foreach (var layer in _layers)
            layer.ClearGradients();
        for (int sample = 0; sample < Workload.Samples; sample++)
        {
            ReadOnlySpan<float> x = Input(sample);
            Backpropagate(x, sample);
            foreach (var layer in _layers)
            {
                layer.AddGradients(x);
                x = layer.Outputs;
            }
        }

        foreach (var layer in _layers)
            layer.StepByGradients(learningRate / Workload.Samples);
    }

    private void Backpropagate(ReadOnlySpan<float> x, int sample)
    {
        ReadOnlySpan<float> output = Forward(x);
        Span<float> last = _layers[^1].Deltas;
        TensorPrimitives.Subtract(output, _workload.Targets.Slice(sample * last.Length, last.Length), last);
        for (int l = _layers.Length - 1; l >= 0; l--)
        {
            _layers[l].Differentiate();
            if (l > 0)
                _layers[l].Backward(_layers[l - 1].Deltas);
        }
    }
}
