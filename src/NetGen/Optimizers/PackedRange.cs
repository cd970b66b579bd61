namespace NetGen;

/// <summary>Neighbours in the packed order.</summary>
internal readonly struct PackedRange(int start, int length)
{
    public int Start { get; } = start;

    public int Length { get; } = length;

    private int End => Start + Length;

    public Span<T> Of<T>(Span<T> packed) => packed.Slice(Start, Length);

    public ReadOnlySpan<T> Of<T>(ReadOnlySpan<T> packed) => packed.Slice(Start, Length);

    /// <summary>Where the trainable tensors lie, together with pads, which nobody reads.</summary>
    public static PackedRange[] Trainable(ParameterLayout layout) =>
        Join(layout.Tensors.Select(tensor => (Whole(tensor), tensor.IsTrainable)));

    /// <summary>Where the weights, but not the biases, of the trainable tensors lie, together with pads.</summary>
    public static PackedRange[] TrainableWeights(ParameterLayout layout) =>
        Join(layout.Tensors.Select(tensor => (Whole(tensor), tensor.IsTrainable && tensor.Kind == ParameterKind.Weight)));

    /// <summary>Where the elements of the tensors lie, without pads.</summary>
    public static PackedRange[] Elements(ParameterLayout layout)
    {
        var ranges = new List<PackedRange>();
        foreach (var tensor in layout.Tensors)
        {
            // Along the axis whose neighbours are neighbours in memory.
            var alongColumns = tensor.ColumnStride == 1;
            var (lines, length) = alongColumns ? (tensor.Rows, tensor.Columns) : (tensor.Columns, tensor.Rows);
            var isDense = alongColumns || tensor.RowStride == 1;
            for (var line = 0; line < lines; line++)
            {
                var start = alongColumns ? tensor.PackedIndex(line) : tensor.PackedIndex(0, line);
                if (isDense)
                    ranges.Add(new(start, length));
                else
                    ranges.AddRange(Enumerable.Range(0, length).Select(row => new PackedRange(tensor.PackedIndex(row, line), 1)));
            }
        }

        return Join(ranges.Select(range => (range, true)), acrossPads: false);
    }

    private static PackedRange Whole(ParameterTensor tensor) => new(
        tensor.PackedOffset, tensor.PackedIndex(tensor.Rows - 1, tensor.Columns - 1) + 1 - tensor.PackedOffset);

    /// <summary>The ranges that are wanted, in order, those in one that touch, or that have nothing but pads between them.</summary>
    private static PackedRange[] Join(IEnumerable<(PackedRange Range, bool IsWanted)> ranges, bool acrossPads = true)
    {
        var joined = new List<PackedRange>();
        var follows = false;
        foreach (var (range, isWanted) in ranges.OrderBy(entry => entry.Range.Start))
        {
            var last = follows ? joined[joined.Count - 1] : default;
            if (isWanted && follows && (acrossPads || last.End == range.Start))
                joined[joined.Count - 1] = new(last.Start, range.End - last.Start);
            else if (isWanted)
                joined.Add(range);
            follows = isWanted;
        }

        return [.. joined];
    }
}
