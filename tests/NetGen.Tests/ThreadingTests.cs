using NetGen.Tests.Compiling;
using NetGen.Tests.Networks;
using NetGen.Tests.Oracle;

namespace NetGen.Tests;

/// <summary>Inference is re-entrant; training is, with a workspace for each worker.</summary>
public class ThreadingTests
{
    private const int Threads = 8;
    private const int Rounds = 2000;
    private const int Samples = 6;

    private static readonly float[] Inputs =
        RandomModels.Numbers(new(2), Samples * WideNetwork.InputSize).To<float>();

    [Fact]
    public void ForwardGivesTheSameOnEveryThread()
    {
        var network = new WideNetwork(seed: 3);
        CheckOnEveryThread(() =>
        {
            var outputs = new float[Samples * WideNetwork.OutputSize];
            for (var sample = 0; sample < Samples; sample++)
            {
                network.Forward(
                    Inputs.AsSpan(sample * WideNetwork.InputSize, WideNetwork.InputSize),
                    outputs.AsSpan(sample * WideNetwork.OutputSize, WideNetwork.OutputSize));
            }

            return outputs;
        });
    }

    [Fact]
    public void ForwardBatchGivesTheSameOnEveryThread()
    {
        var network = new WideNetwork(seed: 3);
        CheckOnEveryThread(() =>
        {
            var outputs = new float[Samples * WideNetwork.OutputSize];
            network.ForwardBatch(Inputs, outputs);
            return outputs;
        });
    }

    [Fact]
    public void AccumulateGradientsGivesTheSameOnEveryThread()
    {
        var network = new WideNetwork(seed: 3);
        var labels = new int[Samples];
        CheckOnEveryThread(() =>
        {
            var gradients = new float[network.PackedParameters.Length];
            network.AccumulateGradients(Inputs, labels, 1, gradients, network.CreateWorkspace());
            var canonical = new float[WideNetwork.ParameterCount];
            network.Layout.Unpack<float>(gradients, canonical);
            return canonical;
        });
    }

    private static void CheckOnEveryThread(Func<float[]> compute)
    {
        var expected = compute();
        using var start = new Barrier(Threads);
        var wrong = 0;
        var threads = Enumerable.Range(0, Threads).Select(_ => new Thread(Run)).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.Equal(0, wrong);

        void Run()
        {
            start.SignalAndWait();
            for (var round = 0; round < Rounds; round++)
            {
                if (!compute().AsSpan().SequenceEqual(expected))
                    Interlocked.Increment(ref wrong);
            }
        }
    }
}
