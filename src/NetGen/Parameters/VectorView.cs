namespace NetGen;

/// <summary>
/// A vector of a network's parameters, such as a bias, wherever the packed storage keeps its elements. Writing changes the
/// network.
/// </summary>
/// <param name="parameters">The network's packed parameters.</param>
/// <param name="tensor">The vector's place in them.</param>
/// <exception cref="ArgumentNullException">An argument is null.</exception>
public readonly struct VectorView<T>(AlignedArray<T> parameters, ParameterTensor tensor)
    where T : unmanaged
{
    private readonly AlignedArray<T> _parameters = parameters ?? throw new ArgumentNullException(nameof(parameters));
    private readonly ParameterTensor _tensor = tensor ?? throw new ArgumentNullException(nameof(tensor));

    /// <summary>Outputs of the layer.</summary>
    public int Length => _tensor.Rows;

    /// <summary>The parameter of an output, by reference.</summary>
    /// <param name="output">Index, in [0, <see cref="Length"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public ref T this[int output] => ref _parameters.Span[_tensor.PackedIndex(output)];

    /// <summary>Name and shape, such as <c>0.bias [32]</c>.</summary>
    public override string ToString() => _tensor.ToString();
}
