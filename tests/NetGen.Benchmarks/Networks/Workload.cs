namespace NetGen.Benchmarks.Networks;

/// <summary>
/// The same start for every contestant: a network's parameters in canonical order, and samples with targets, row by row, in
/// memory that does not move and begins at a cache line.
/// </summary>
internal sealed class Workload
{
    public const int Samples = 32;

    private readonly AlignedBlock<float> _inputs;
    private readonly AlignedBlock<float> _targets;

    public Workload(NetworkShape shape, int seed = 1)
    {
        Shape = shape;
        var random = new Random(seed);
        Parameters = DrawParameters(shape, random);

        _inputs = new AlignedBlock<float>(Samples * shape.Inputs);
        foreach (ref float value in Inputs)
            value = Uniform(random, 1);

        // One-hot, a probability for each class; 0.8 is within the reach of tanh.
        _targets = new AlignedBlock<float>(Samples * shape.Outputs);
        for (int sample = 0; sample < Samples; sample++)
            Targets[sample * shape.Outputs + random.Next(shape.Outputs)] = shape.Output == Activation.Softmax ? 1 : 0.8f;
    }

    public NetworkShape Shape { get; }

    /// <summary>What every contestant starts from.</summary>
    public float[] Parameters { get; }

    public Span<float> Inputs => _inputs.Span;

    public Span<float> Targets => _targets.Span;

    public unsafe float* InputPointer => _inputs.Pointer;

    public unsafe float* TargetPointer => _targets.Pointer;

    /// <summary>A block of memory like that of the inputs, for a contestant's outputs.</summary>
    public AlignedBlock<float> NewOutputs() => new(Samples * Shape.Outputs);

    /// <summary>Uniform weights of Glorot's range, and small biases.</summary>
    private static float[] DrawParameters(NetworkShape shape, Random random)
    {
        var parameters = new List<float>(shape.ParameterCount);
        for (int layer = 0; layer < shape.Layers; layer++)
        {
            int inputs = shape.Sizes[layer];
            int units = shape.Sizes[layer + 1];
            float range = MathF.Sqrt(6f / (inputs + units));
            parameters.AddRange(Enumerable.Range(0, inputs * units).Select(_ => Uniform(random, range)));
            parameters.AddRange(Enumerable.Repeat(0.01f, units));
        }

        return [.. parameters];
    }

    private static float Uniform(Random random, float range) => (2 * random.NextSingle() - 1) * range;
}
