using System.Numerics;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Peers;

/// <summary>A network of <see cref="NaiveLayer{T}"/>, in any precision. In double it is what the others are checked by.</summary>
internal sealed class NaiveLoops<T> : InProcess
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public const string ColumnName = "naive C#";

    private readonly NaiveLayer<T>[] _layers;
    private readonly T[][] _inputs;
    private readonly T[][] _targets;
    private readonly T[][] _outputs;

    public NaiveLoops(Workload workload)
        : base(ColumnName)
    {
        var shape = workload.Shape;
        _layers = [.. Enumerable.Range(0, shape.Layers).Select(layer =>
            new NaiveLayer<T>(shape.Sizes[layer], shape.Sizes[layer + 1], shape.ActivationOf(layer)))];
        _inputs = Rows(workload.Inputs, shape.Inputs);
        _targets = Rows(workload.Targets, shape.Outputs);
        _outputs = Rows(workload.Targets, shape.Outputs);
    }

    public static IPeer Peer { get; } = new ManagedPeer(ColumnName, workload => new NaiveLoops<T>(workload));

    public override float[] GetParameters()
    {
        var values = new List<float>();
        foreach (var layer in _layers)
            layer.EachParameter((ref T parameter) => values.Add(float.CreateTruncating(parameter)));
        return [.. values];
    }

    public override void SetParameters(float[] values)
    {
        int next = 0;
        foreach (var layer in _layers)
            layer.EachParameter((ref T parameter) => parameter = T.CreateTruncating(values[next++]));
    }

    public override float[] GetOutputs() => [.. _outputs.SelectMany(row => row).Select(float.CreateTruncating)];

    public override void Run(Work work, int times, float learningRate)
    {
        T rate = T.CreateTruncating(learningRate);
        for (int n = 0; n < times; n++)
        {
            int sample = n % Workload.Samples;
            switch (work)
            {
                case Work.InferOne:
                    Infer(sample);
                    break;
                case Work.TrainOne:
                    TrainOne(_inputs[sample], _targets[sample], rate);
                    break;
                case Work.InferBatch:
                    for (int i = 0; i < Workload.Samples; i++)
                        Infer(i);
                    break;
                default:
                    TrainBatch(rate);
                    break;
            }
        }
    }

    private void Infer(int sample) => Forward(_inputs[sample]).CopyTo(_outputs[sample], 0);

    private T[] Forward(T[] x)
    {
        foreach (var layer in _layers)
        {
            layer.Forward(x);
            x = layer.Outputs;
        }

        return x;
    }

    private void TrainOne(T[] x, T[] target, T learningRate)
    {
        Backpropagate(x, target);
        for (int l = 0; l < _layers.Length; l++)
            _layers[l].Step(l == 0 ? x : _layers[l - 1].Outputs, learningRate);
    }

    private void TrainBatch(T learningRate)
    {
        foreach (var layer in _layers)
            layer.ClearGradients();
        for (int sample = 0; sample < Workload.Samples; sample++)
        {
            T[] x = _inputs[sample];
            Backpropagate(x, _targets[sample]);
            for (int l = 0; l < _layers.Length; l++)
                _layers[l].AddGradients(l == 0 ? x : _layers[l - 1].Outputs);
        }

        foreach (var layer in _layers)
            layer.StepByGradients(learningRate / T.CreateTruncating(Workload.Samples));
    }

    private void Backpropagate(T[] x, T[] target)
    {
        T[] output = Forward(x);
        for (int j = 0; j < output.Length; j++)
            _layers[^1].Deltas[j] = output[j] - target[j];
        for (int l = _layers.Length - 1; l >= 0; l--)
        {
            _layers[l].Differentiate();
            if (l > 0)
                _layers[l].Backward(_layers[l - 1].Deltas);
        }
    }

    private static T[][] Rows(Span<float> values, int size) =>
        [.. values.ToArray().Select(T.CreateTruncating).Chunk(size)];
}
