namespace NetGen;

/// <summary>
/// One weight matrix, or vector of other parameters: its name, its shape and where the packed storage keeps its elements.
/// </summary>
/// <remarks>
/// Element [o, i] is at packed index <see cref="PackedOffset"/> + o · <see cref="RowStride"/> + i · <see
/// cref="ColumnStride"/>.
/// </remarks>
public sealed class ParameterTensor
{
    /// <summary>Describes a tensor.</summary>
    /// <param name="name">Name in weight files, such as <c>0.weight</c>.</param>
    /// <param name="kind">What it does in its layer.</param>
    /// <param name="rows">Outputs of the layer, or 1 where they share a value; at least 1.</param>
    /// <param name="columns">Inputs of the layer; 1 for a vector.</param>
    /// <param name="packedOffset">Packed index of element [0, 0].</param>
    /// <param name="rowStride">Packed distance from [o, i] to [o + 1, i]; at least 1.</param>
    /// <param name="columnStride">Packed distance from [o, i] to [o, i + 1]; at least 1.</param>
    /// <param name="activation">Name of the activation that follows, such as <c>Relu</c>.</param>
    /// <param name="layer">Index of the layer, from 0.</param>
    /// <param name="initializer">Name of an <see cref="NetGen.Initializer"/>; by the activation if not said.</param>
    /// <param name="isTrainable">Whether training changes it; if not, its gradient is 0.</param>
    /// <param name="initial">The initial value of a <see cref="ParameterKind.Learnable"/>.</param>
    /// <exception cref="ArgumentNullException">A name is null.</exception>
    /// <exception cref="ArgumentException">There is no such initializer.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public ParameterTensor(
        string name,
        ParameterKind kind,
        int rows,
        int columns,
        int packedOffset,
        int rowStride,
        int columnStride,
        string activation,
        int layer,
        string initializer = nameof(NetGen.Initializer.Default),
        bool isTrainable = true,
        double initial = 0)
    {
        Guard.NotNull(name, nameof(name));
        Guard.NotNull(activation, nameof(activation));
        Guard.NotNull(initializer, nameof(initializer));
        Require(rows >= 1, nameof(rows), rows, "A tensor has at least one row.");
        Require(columns >= 1, nameof(columns), columns, "A tensor has at least one column.");
        Require(kind == ParameterKind.Weight || columns == 1, nameof(columns), columns, "A vector, such as a bias, has exactly one column.");
        Require(packedOffset >= 0, nameof(packedOffset), packedOffset, "An offset is 0 or more.");
        Require(rowStride >= 1, nameof(rowStride), rowStride, "A stride is at least 1.");
        Require(columnStride >= 1, nameof(columnStride), columnStride, "A stride is at least 1.");
        Require(layer >= 0, nameof(layer), layer, "Layers count from 0.");
        if (!Enum.IsDefined(typeof(Initializer), initializer))
            throw new ArgumentException($"There is no initializer {initializer}.", nameof(initializer));

        Name = name;
        Kind = kind;
        Rows = rows;
        Columns = columns;
        PackedOffset = packedOffset;
        RowStride = rowStride;
        ColumnStride = columnStride;
        Activation = activation;
        Layer = layer;
        Initializer = initializer;
        IsTrainable = isTrainable;
        Initial = initial;
    }

    /// <summary>
    /// Name in weight files, as PyTorch's <c>nn.Sequential</c> gives it: <c>0.weight</c>, <c>0.bias</c>,
    /// <c>2.weight</c>.
    /// </summary>
    public string Name { get; }

    /// <summary>What it does in its layer.</summary>
    public ParameterKind Kind { get; }

    /// <summary>Outputs of the layer, or 1 where they share a value.</summary>
    public int Rows { get; }

    /// <summary>Inputs of the layer; 1 for a vector.</summary>
    public int Columns { get; }

    /// <summary>Packed index of element [0, 0].</summary>
    public int PackedOffset { get; }

    /// <summary>Packed distance from [o, i] to [o + 1, i].</summary>
    public int RowStride { get; }

    /// <summary>Packed distance from [o, i] to [o, i + 1].</summary>
    public int ColumnStride { get; }

    /// <summary>Name of the activation that follows.</summary>
    public string Activation { get; }

    /// <summary>Index of the layer, from 0.</summary>
    public int Layer { get; }

    /// <summary>Name of the <see cref="NetGen.Initializer"/> that draws the initial values of a weight.</summary>
    public string Initializer { get; }

    /// <summary>Whether training changes it; if not, its gradient is 0.</summary>
    public bool IsTrainable { get; }

    /// <summary>The initial value of a <see cref="ParameterKind.Learnable"/>.</summary>
    public double Initial { get; }

    /// <summary>Number of elements.</summary>
    public int Count => checked(Rows * Columns);

    /// <summary>The shape in weight files: [outputs, inputs] of a weight, [outputs] of a vector.</summary>
    public IReadOnlyList<int> Shape => Kind == ParameterKind.Weight ? [Rows, Columns] : [Rows];

    /// <summary>Packed index of element [<paramref name="output"/>, <paramref name="input"/>].</summary>
    /// <param name="output">Row, in [0, <see cref="Rows"/>).</param>
    /// <param name="input">Column, in [0, <see cref="Columns"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public int PackedIndex(int output, int input = 0)
    {
        if ((uint)output >= (uint)Rows)
            throw OutOfRange(nameof(output), output, Rows);
        if ((uint)input >= (uint)Columns)
            throw OutOfRange(nameof(input), input, Columns);
        return PackedOffset + (output * RowStride) + (input * ColumnStride);
    }

    /// <summary>Name and shape, such as <c>0.weight [32, 64]</c>.</summary>
    public override string ToString() => $"{Name} [{string.Join(", ", Shape)}]";

    private ArgumentOutOfRangeException OutOfRange(string parameterName, int index, int length) =>
        new(parameterName, index, $"{this} has {parameterName}s from 0 to {length - 1}.");

    private static void Require(bool condition, string parameterName, int value, string message)
    {
        if (!condition)
            throw new ArgumentOutOfRangeException(parameterName, value, message);
    }
}
