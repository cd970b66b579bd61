namespace NetGen;

/// <summary>An element of a tensor of parameters, or of their gradient, that is infinite or not a number.</summary>
internal readonly struct NotFinite
{
    private NotFinite(ParameterTensor tensor, int row, int column, double value) =>
        (Tensor, Row, Column, Value) = (tensor, row, column, value);

    public ParameterTensor Tensor { get; }

    public int Row { get; }

    public int Column { get; }

    public double Value { get; }

    /// <summary>The element's place in its tensor, row by row.</summary>
    public int Index => (Row * Tensor.Columns) + Column;

    /// <summary>The first one; null if there is none.</summary>
    public static NotFinite? Find<T>(ParameterLayout layout, ReadOnlySpan<T> packed)
        where T : unmanaged
    {
        // As good as always there is none, and then vectors see it.
        if (Finite.Is(GradientNorm.Of(layout, packed).Fraction))
            return null;
        foreach (var tensor in layout.Tensors)
        {
            for (var row = 0; row < tensor.Rows; row++)
            {
                for (var column = 0; column < tensor.Columns; column++)
                {
                    var value = Real.ToDouble(packed[tensor.PackedIndex(row, column)]);
                    if (!Finite.Is(value))
                        return new(tensor, row, column, value);
                }
            }
        }

        return null;
    }

    /// <summary>Such as <c>'0.weight' [3, 1] is NaN</c>.</summary>
    public override string ToString() => Tensor.Shape.Count == 1
        ? FormattableString.Invariant($"'{Tensor.Name}' [{Row}] is {Value}")
        : FormattableString.Invariant($"'{Tensor.Name}' [{Row}, {Column}] is {Value}");
}
