namespace NetGen.Benchmarks.Networks;

/// <summary>
/// A chain of dense layers as its peers have to build it. A last <see cref="Activation.Softmax"/> stands for softmax with
/// cross entropy, any other for the quadratic loss.
/// </summary>
/// <param name="Name">What the tables call it.</param>
/// <param name="Sizes">The number of inputs, then each layer's units.</param>
internal sealed record NetworkShape(string Name, int[] Sizes, Activation Hidden, Activation Output)
{
    public static IReadOnlyList<NetworkShape> All { get; } =
    [
        new("A", [2, 3, 2], Activation.Sigmoid, Activation.Softmax),
        new("B", [8, 16, 16, 1], Activation.Tanh, Activation.Tanh),
        new("C", [64, 32, 10], Activation.Relu, Activation.Softmax),
        new("D", [64, 64, 64, 10], Activation.Tanh, Activation.Tanh),
        new("E", [784, 128, 10], Activation.Relu, Activation.Softmax),
    ];

    public int Inputs => Sizes[0];

    public int Outputs => Sizes[^1];

    public int Layers => Sizes.Length - 1;

    public int ParameterCount => Enumerable.Range(0, Layers).Sum(layer => (Sizes[layer] + 1) * Sizes[layer + 1]);

    /// <summary>Multiply-adds of one sample's forward pass.</summary>
    public long MultiplyAdds => Enumerable.Range(0, Layers).Sum(layer => (long)Sizes[layer] * Sizes[layer + 1]);

    public Activation ActivationOf(int layer) => layer == Layers - 1 ? Output : Hidden;

    public override string ToString() => $"{Name} {string.Join('-', Sizes)} {Hidden.ToString().ToLowerInvariant()}";
}
