namespace NetGen.Tests.Drawn;

internal enum LayerKind
{
    Dense,
    Residual,
    Activation,
    Skip,
    Standardize,
}

/// <summary>A layer of a drawn network.</summary>
/// <param name="Units">Values that it gives.</param>
/// <param name="Source">The layer that it reads; −1 is the network's input.</param>
internal sealed record DrawnLayer(LayerKind Kind, int Units, int Source)
{
    /// <summary>One of <see cref="NetGen.Activation"/>, unless <see cref="Function"/> is there.</summary>
    public Activation Activation { get; init; }

    public UserFunction? Function { get; init; }

    /// <summary>The α of LeakyRelu and Elu; NaN for the usual one.</summary>
    public double Alpha { get; init; } = double.NaN;

    public bool Bias { get; init; } = true;

    public Trainable Trainable { get; init; } = Trainable.All;

    /// <summary>Of a skip, the layer whose output is added.</summary>
    public int Other { get; init; }

    public bool IsAffine => Kind is LayerKind.Dense or LayerKind.Residual;

    public bool HasParameters => IsAffine || Function is { Learnables.Length: > 0 };
}
