namespace NetGen;

/// <summary>
/// A weight matrix of a network as [output, input], wherever the packed storage keeps its elements. Writing changes the
/// network.
/// </summary>
/// <param name="parameters">The network's packed parameters.</param>
/// <param name="tensor">The matrix's place in them.</param>
/// <exception cref="ArgumentNullException">An argument is null.</exception>
public readonly struct MatrixView<T>(AlignedArray<T> parameters, ParameterTensor tensor)
    where T : unmanaged
{
    private readonly AlignedArray<T> _parameters = parameters ?? throw new ArgumentNullException(nameof(parameters));
    private readonly ParameterTensor _tensor = tensor ?? throw new ArgumentNullException(nameof(tensor));

    /// <summary>Outputs of the layer.</summary>
    public int Rows => _tensor.Rows;

    /// <summary>Inputs of the layer.</summary>
    public int Columns => _tensor.Columns;

    /// <summary>The weight from an input to an output, by reference.</summary>
    /// <param name="output">Row, in [0, <see cref="Rows"/>).</param>
    /// <param name="input">Column, in [0, <see cref="Columns"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public ref T this[int output, int input] => ref _parameters.Span[_tensor.PackedIndex(output, input)];

    /// <summary>Name and shape, such as <c>0.weight [32, 64]</c>.</summary>
    public override string ToString() => _tensor.ToString();
}
