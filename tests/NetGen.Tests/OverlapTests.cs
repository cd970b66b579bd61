using NetGen.Tests.Networks;

namespace NetGen.Tests;

/// <summary>What is written while something else is read has memory of its own, or the call is refused before anything changes.</summary>
public class OverlapTests
{
    // TinyNetwork has 2 inputs and 2 outputs: [a, a + 2) and [b, b + 2) of 8 values overlap where |a − b| < 2.
    private const int Samples = 2;
    private const int Length = 2 * Samples;

    private static readonly Dictionary<string, (string Parameter, Action<TinyNetwork, float[], int, int> Call)> OneSample = new()
    {
        ["Forward"] = ("output", (net, memory, read, written) => net.Forward(At(memory, read), At(memory, written))),
        ["ForwardLogits"] = ("logits", (net, memory, read, written) => net.ForwardLogits(At(memory, read), At(memory, written))),
        ["ComputeInputGradients, target"] = ("inputGradients", (net, memory, read, written) =>
            net.ComputeInputGradients(At(memory, read), new float[2], At(memory, written))),
        ["ComputeInputGradients, over the target"] = ("inputGradients", (net, memory, read, written) =>
            net.ComputeInputGradients(new float[2], At(memory, read), At(memory, written))),
        ["ComputeInputGradients, label"] = ("inputGradients", (net, memory, read, written) =>
            net.ComputeInputGradients(At(memory, read), 1, At(memory, written))),
    };

    private static readonly Dictionary<string, (string Parameter, Action<TinyNetwork, float[], int, int> Call)> Batches = new()
    {
        ["ForwardBatch"] = ("outputs", (net, memory, read, written) => net.ForwardBatch(BatchAt(memory, read), BatchAt(memory, written))),
        ["ComputeInputGradientsBatch, targets"] = ("inputGradients", (net, memory, read, written) =>
            net.ComputeInputGradientsBatch(BatchAt(memory, read), new float[Length], BatchAt(memory, written))),
        ["ComputeInputGradientsBatch, over the targets"] = ("inputGradients", (net, memory, read, written) =>
            net.ComputeInputGradientsBatch(new float[Length], BatchAt(memory, read), BatchAt(memory, written))),
        ["ComputeInputGradientsBatch, labels"] = ("inputGradients", (net, memory, read, written) =>
            net.ComputeInputGradientsBatch(BatchAt(memory, read), new int[Samples], BatchAt(memory, written))),
    };

    public static TheoryData<string> OneSampleNames { get; } = [.. OneSample.Keys];

    public static TheoryData<string> BatchNames { get; } = [.. Batches.Keys];

    [Theory]
    [MemberData(nameof(OneSampleNames))]
    public void OneSampleHasMemoryOfItsOwn(string name) => Check(OneSample[name].Parameter, OneSample[name].Call, length: 2);

    [Theory]
    [MemberData(nameof(BatchNames))]
    public void ABatchHasMemoryOfItsOwn(string name) => Check(Batches[name].Parameter, Batches[name].Call, Length);

    [Fact]
    public void AccumulatedGradientsHaveMemoryOfTheirOwn()
    {
        var network = new TinyNetwork(seed: 1);
        var length = network.Layout.PackedLength;
        var memory = Memory(length + 2);
        var before = (float[])memory.Clone();
        Assert.Throws<ArgumentException>("packedGradients", () => network.AccumulateGradients(
            memory.AsSpan(length - 1, 2), new float[2], 1, memory.AsSpan(0, length), network.CreateWorkspace()));
        Assert.Throws<ArgumentException>("packedGradients", () => network.AccumulateGradients(
            new float[2], memory.AsSpan(0, 2), 1, memory.AsSpan(1, length), network.CreateWorkspace()));
        Assert.Throws<ArgumentException>("packedGradients", () => network.AccumulateGradients(
            memory.AsSpan(3, 2), [1], 1, memory.AsSpan(1, length), network.CreateWorkspace()));
        Assert.Throws<ArgumentException>("packedGradients", () => network.AccumulateGradients(
            new float[2], [1], 1, network.PackedParameters, network.CreateWorkspace()));
        Assert.Equal(before, memory);
        network.AccumulateGradients(memory.AsSpan(length, 2), [1], 1, memory.AsSpan(0, length), network.CreateWorkspace());
        Assert.NotEqual(before, memory);
    }

    /// <summary>The orders differ, so that parameters cannot be brought from one to the other in place.</summary>
    [Fact]
    public void ParametersHaveMemoryOfTheirOwn()
    {
        var network = new WideNetwork(seed: 1);
        float[] before = [.. network.PackedParameters];
        Assert.Throws<ArgumentException>(() => network.SetParameters(network.PackedParameters[..WideNetwork.ParameterCount]));
        Assert.Throws<ArgumentException>(() => network.CopyParametersTo(network.PackedParameters[..WideNetwork.ParameterCount]));
        Assert.Equal(before, network.PackedParameters.ToArray());
    }

    [Fact]
    public void LoopsAreNoExceptions()
    {
        var (network, memory) = (new WideNetwork(seed: 1), Memory(40 * 20));
        Assert.Throws<ArgumentException>("output", () => network.Forward(memory.AsSpan(0, 20), memory.AsSpan(19, 5)));
        Assert.Throws<ArgumentException>("outputs", () => network.ForwardBatch(memory.AsSpan(0, 400), memory.AsSpan(395, 100)));
        Assert.Throws<ArgumentException>(
            "inputGradients", () => network.ComputeInputGradientsBatch(memory.AsSpan(0, 400), new int[20], memory.AsSpan(20, 400)));
        network.ForwardBatch(memory.AsSpan(0, 400), memory.AsSpan(400, 100));
    }

    private static void Check(string parameter, Action<TinyNetwork, float[], int, int> call, int length)
    {
        var network = new TinyNetwork(seed: 1);
        const int Read = 4;
        foreach (var distance in new[] { 0, 1, length - 1, 1 - length, -1 })
        {
            var memory = Memory(3 * Length);
            var before = (float[])memory.Clone();
            Assert.Throws<ArgumentException>(parameter, () => call(network, memory, Read, Read + distance));
            Assert.Equal(before, memory);
        }

        foreach (var distance in new[] { length, -length })
        {
            var memory = Memory(3 * Length);
            var before = (float[])memory.Clone();
            call(network, memory, Read, Read + distance);
            Assert.Equal(before.AsSpan(Read, length).ToArray(), memory.AsSpan(Read, length).ToArray());
            Assert.NotEqual(before.AsSpan(Read + distance, length).ToArray(), memory.AsSpan(Read + distance, length).ToArray());
        }
    }

    private static Span<float> At(float[] memory, int start) => memory.AsSpan(start, 2);

    private static Span<float> BatchAt(float[] memory, int start) => memory.AsSpan(start, Length);

    private static float[] Memory(int length) => [.. Enumerable.Range(0, length).Select(index => 0.25f + (index % 7))];
}
