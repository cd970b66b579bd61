using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>
/// Reads the tensors of a known network from a safetensors stream. What is allocated depends on the network, not on
/// the stream.
/// </summary>
internal static class SafetensorsReader
{
    /// <summary>Reads the stream to its end and gives the elements of all tensors, in the order asked for.</summary>
    /// <param name="stream">Read to its end.</param>
    /// <param name="layout">The network's.</param>
    /// <param name="expected">From the metadata, the tensors that must be there, all of them and no other.</param>
    /// <exception cref="InvalidDataException">The stream does not hold exactly these tensors of this network.</exception>
    public static T[] Read<T>(Stream stream, ParameterLayout layout, Func<IReadOnlyDictionary<string, string>, IReadOnlyList<NamedShape>> expected)
        where T : unmanaged
    {
        var header = ReadHeader(stream);
        var dtype = SafetensorsHeader.Dtype<T>();
        CheckArchitecture(header, layout);
        var tensors = expected(header.Metadata);
        CheckNames(header, layout, tensors);

        var places = new List<(SafetensorsTensor Stored, int Start, int Count)>();
        var start = 0;
        foreach (var tensor in tensors)
        {
            var stored = header.Tensors[tensor.Name];
            CheckTensor(stored, tensor, dtype, Unsafe.SizeOf<T>());
            places.Add((stored, start, tensor.Count));
            start = checked(start + tensor.Count);
        }

        places.Sort((a, b) => a.Stored.Begin.CompareTo(b.Stored.Begin));
        CheckContiguous(places.ConvertAll(place => place.Stored));

        var values = new T[start];
        foreach (var (stored, first, count) in places)
            LittleEndian.Read(stream, values.AsSpan(first, count), stored.Name);
        if (stream.ReadByte() >= 0)
            throw new InvalidDataException("It goes on after the last tensor.");
        return values;
    }

    private static SafetensorsHeader ReadHeader(Stream stream)
    {
        var prefix = new byte[sizeof(ulong)];
        LittleEndian.ReadExactly(stream, prefix, prefix.Length, "header's length");
        var length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > SafetensorsHeader.MaxLength)
        {
            throw new InvalidDataException(
                $"It claims a header of {length} bytes, but {SafetensorsHeader.MaxLength} is the most: it is not a safetensors file.");
        }

        var json = new byte[(int)length];
        LittleEndian.ReadExactly(stream, json, json.Length, "header");
        return SafetensorsHeader.Parse(json);
    }

    private static void CheckArchitecture(SafetensorsHeader header, ParameterLayout layout)
    {
        if (header.Metadata.TryGetValue(SafetensorsHeader.ArchitectureKey, out var architecture)
            && architecture != layout.Architecture)
        {
            throw new InvalidDataException(
                $"It belongs to the network {Text.Quote(architecture)}, but {layout.Name} is {Text.Quote(layout.Architecture)}.");
        }
    }

    private static void CheckNames(SafetensorsHeader header, ParameterLayout layout, IReadOnlyList<NamedShape> tensors)
    {
        foreach (var tensor in tensors)
        {
            if (!header.Tensors.ContainsKey(tensor.Name))
                throw new InvalidDataException($"It has no tensor '{tensor.Name}', which {layout.Name} needs: {Names(tensors)}.");
        }

        if (header.Tensors.Count == tensors.Count)
            return;
        var unknown = header.Tensors.Keys.First(name => tensors.All(tensor => tensor.Name != name));
        throw new InvalidDataException(
            $"It has a tensor {Text.Quote(unknown)}, for which {layout.Name} has no place: {Names(tensors)}.");
    }

    private static string Names(IEnumerable<NamedShape> tensors) => string.Join(", ", tensors.Select(tensor => tensor.Name));

    private static void CheckTensor(SafetensorsTensor stored, NamedShape tensor, string dtype, int size)
    {
        if (stored.Dtype != dtype)
        {
            throw new InvalidDataException(
                $"Its tensor '{tensor.Name}' is of type {Text.Quote(stored.Dtype)}, but the network computes in '{dtype}'. " +
                "Convert the file, or change the network's Precision.");
        }

        if (!stored.Shape.SequenceEqual(tensor.Shape.Select(extent => (long)extent)))
        {
            throw new InvalidDataException(
                $"Its tensor '{tensor.Name}' has the shape {Text.Quote(string.Join(", ", stored.Shape))}, " +
                $"but the network needs '{string.Join(", ", tensor.Shape)}'.");
        }

        var bytes = (long)tensor.Count * size;
        if (stored.End - stored.Begin != bytes)
        {
            throw new InvalidDataException(
                $"Its tensor '{tensor.Name}' has data_offsets [{stored.Begin}, {stored.End}], but takes {bytes} bytes.");
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
