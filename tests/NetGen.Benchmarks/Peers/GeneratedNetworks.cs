using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Peers;

/// <summary>The generated classes <see cref="A"/> to <see cref="E"/>.</summary>
internal sealed class GeneratedNetworks : IPeer
{
    public const string ColumnName = "NetGen";

    public string Column => ColumnName;

    public Contestant? Create(Workload workload) => workload.Shape.Name switch
    {
        "A" => new GeneratedContestant<OfA>(workload, new OfA(new A())),
        "B" => new GeneratedContestant<OfB>(workload, new OfB(new B())),
        "C" => new GeneratedContestant<OfC>(workload, new OfC(new C())),
        "D" => new GeneratedContestant<OfD>(workload, new OfD(new D())),
        "E" => new GeneratedContestant<OfE>(workload, new OfE(new E())),
        _ => null,
    };

    // A struct for each class, so that the timed loop calls the class itself, as a user's code does, not an interface.

    private readonly struct OfA(A net) : ICalls
    {
        public INetwork<float> Network => net;

        public void Forward(ReadOnlySpan<float> input, Span<float> output) => net.Forward(input, output);

        public void TrainStep(ReadOnlySpan<float> input, ReadOnlySpan<float> target, float rate) => net.TrainStep(input, target, rate);

        public void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs) => net.ForwardBatch(inputs, outputs);

        public void TrainBatch(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float rate) =>
            net.TrainBatch(inputs, targets, rate);
    }

    private readonly struct OfB(B net) : ICalls
    {
        public INetwork<float> Network => net;

        public void Forward(ReadOnlySpan<float> input, Span<float> output) => net.Forward(input, output);

        public void TrainStep(ReadOnlySpan<float> input, ReadOnlySpan<float> target, float rate) => net.TrainStep(input, target, rate);

        public void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs) => net.ForwardBatch(inputs, outputs);

        public void TrainBatch(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float rate) =>
            net.TrainBatch(inputs, targets, rate);
    }

    private readonly struct OfC(C net) : ICalls
    {
        public INetwork<float> Network => net;

        public void Forward(ReadOnlySpan<float> input, Span<float> output) => net.Forward(input, output);

        public void TrainStep(ReadOnlySpan<float> input, ReadOnlySpan<float> target, float rate) => net.TrainStep(input, target, rate);

        public void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs) => net.ForwardBatch(inputs, outputs);

        public void TrainBatch(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float rate) =>
            net.TrainBatch(inputs, targets, rate);
    }

    private readonly struct OfD(D net) : ICalls
    {
        public INetwork<float> Network => net;

        public void Forward(ReadOnlySpan<float> input, Span<float> output) => net.Forward(input, output);

        public void TrainStep(ReadOnlySpan<float> input, ReadOnlySpan<float> target, float rate) => net.TrainStep(input, target, rate);

        public void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs) => net.ForwardBatch(inputs, outputs);

        public void TrainBatch(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float rate) =>
            net.TrainBatch(inputs, targets, rate);
    }

    private readonly struct OfE(E net) : ICalls
    {
        public INetwork<float> Network => net;

        public void Forward(ReadOnlySpan<float> input, Span<float> output) => net.Forward(input, output);

        public void TrainStep(ReadOnlySpan<float> input, ReadOnlySpan<float> target, float rate) => net.TrainStep(input, target, rate);

        public void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs) => net.ForwardBatch(inputs, outputs);

        public void TrainBatch(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float rate) =>
            net.TrainBatch(inputs, targets, rate);
    }
}
