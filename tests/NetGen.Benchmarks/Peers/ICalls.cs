namespace NetGen.Benchmarks.Peers;

/// <summary>The calls that are timed. Implemented by structs, for which the JIT compiles the timed loop anew.</summary>
internal interface ICalls
{
    INetwork<float> Network { get; }

    void Forward(ReadOnlySpan<float> input, Span<float> output);

    void TrainStep(ReadOnlySpan<float> input, ReadOnlySpan<float> target, float rate);

    void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs);

    void TrainBatch(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float rate);
}
