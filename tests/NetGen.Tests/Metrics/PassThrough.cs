namespace NetGen.Tests.Metrics;

/// <summary>A network whose outputs are its inputs, so that a test chooses them. It notes how it was called.</summary>
internal sealed class PassThrough<T>(int size) : IModel<T>
    where T : unmanaged
{
    public int Samples { get; private set; }

    public int LargestBatch { get; private set; }

    public int InputSize => size;

    public int OutputSize => size;

    public int ParameterCount => 0;

    public void Forward(ReadOnlySpan<T> input, Span<T> output) => ForwardBatch(input, output);

    public void ForwardBatch(ReadOnlySpan<T> inputs, Span<T> outputs)
    {
        var count = Guard.Batch(inputs.Length, size, nameof(inputs));
        Guard.Samples(outputs.Length, count, size, nameof(outputs));
        inputs.CopyTo(outputs);
        Samples += count;
        LargestBatch = Math.Max(LargestBatch, count);
    }

    public void ForwardLogits(ReadOnlySpan<T> input, Span<T> logits) => throw new NotSupportedException();

    public int Classify(ReadOnlySpan<T> input) => throw new NotSupportedException();
}
