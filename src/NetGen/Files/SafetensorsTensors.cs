namespace NetGen;

/// <summary>Whether the tensors of a header are those of a network.</summary>
internal static class SafetensorsTensors
{
    /// <summary>The tensors in the order of their data, which they fill without overlaps or holes.</summary>
    /// <param name="header">The header.</param>
    /// <param name="network">The network's name, for messages.</param>
    /// <param name="expected">The tensors that must be there, all of them and no other.</param>
    /// <param name="dtype">Their type of numbers.</param>
    /// <param name="size">Bytes of a number.</param>
    /// <exception cref="InvalidDataException">They are not these.</exception>
    public static List<SafetensorsTensor> Check(
        SafetensorsHeader header, string network, IReadOnlyList<(string Name, IReadOnlyList<int> Shape)> expected, string dtype, int size)
    {
        CheckNames(header, network, expected);
        var tensors = new List<SafetensorsTensor>();
        foreach (var (name, shape) in expected)
        {
            var stored = header.Tensors[name];
            CheckTensor(stored, shape, dtype, size);
            tensors.Add(stored);
        }

        tensors.Sort((a, b) => a.Begin.CompareTo(b.Begin));
        CheckContiguous(tensors);
        return tensors;
    }

    private static void CheckNames(SafetensorsHeader header, string network, IReadOnlyList<(string Name, IReadOnlyList<int> Shape)> expected)
    {
        var names = string.Join(", ", expected.Select(tensor => tensor.Name));
        foreach (var (name, _) in expected)
        {
            if (!header.Tensors.ContainsKey(name))
                throw new InvalidDataException($"It has no tensor '{name}', which {network} needs: {names}.");
        }

        if (header.Tensors.Count == expected.Count)
            return;
        var known = new HashSet<string>(expected.Select(tensor => tensor.Name), StringComparer.Ordinal);
        var unknown = header.Tensors.Keys.First(name => !known.Contains(name));
        throw new InvalidDataException($"It has a tensor {Text.Quote(unknown)}, for which {network} has no place: {names}.");
    }

    private static void CheckTensor(SafetensorsTensor stored, IReadOnlyList<int> shape, string dtype, int size)
    {
        if (stored.Dtype != dtype)
        {
            throw new InvalidDataException(
                $"Its tensor '{stored.Name}' is of type {Text.Quote(stored.Dtype)}, but the network computes in '{dtype}'. " +
                "Convert the file, or change the network's Precision.");
        }

        if (!stored.Shape.SequenceEqual(shape.Select(extent => (long)extent)))
        {
            throw new InvalidDataException(
                $"Its tensor '{stored.Name}' has the shape {Text.Quote(string.Join(", ", stored.Shape))}, " +
                $"but the network needs '{string.Join(", ", shape)}'.");
        }

        var bytes = shape.Aggregate((long)size, (product, extent) => product * extent);
        if (stored.End - stored.Begin != bytes)
        {
            throw new InvalidDataException(
                $"Its tensor '{stored.Name}' has data_offsets [{stored.Begin}, {stored.End}], but takes {bytes} bytes.");
        }
    }

    private static void CheckContiguous(List<SafetensorsTensor> ordered)
    {
        var position = 0L;
        foreach (var tensor in ordered)
        {
            if (tensor.Begin != position)
            {
                throw new InvalidDataException(
                    $"Its tensor '{tensor.Name}' starts at byte {tensor.Begin} of the data instead of {position}: " +
                    "tensors must neither overlap nor leave holes.");
            }

            position = tensor.End;
        }
    }
}
