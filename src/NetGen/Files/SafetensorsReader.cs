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
        CheckArchitecture(header, layout);
        var tensors = expected(header.Metadata);
        var stored = SafetensorsTensors.Check(
            header, layout.Name, [.. tensors.Select(tensor => (tensor.Name, tensor.Shape))], Dtype<T>(), Unsafe.SizeOf<T>());

        var places = new Dictionary<string, (int Start, int Count)>(StringComparer.Ordinal);
        var length = 0;
        foreach (var tensor in tensors)
        {
            places.Add(tensor.Name, (length, tensor.Count));
            length = checked(length + tensor.Count);
        }

        var values = new T[length];
        foreach (var tensor in stored)
            LittleEndian.Read(stream, values.AsSpan(places[tensor.Name].Start, places[tensor.Name].Count), tensor.Name);
        if (stream.ReadByte() >= 0)
            throw new InvalidDataException("It goes on after the last tensor.");
        return values;
    }

    /// <summary>The format's name of a type of numbers.</summary>
    public static string Dtype<T>()
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
            return "F32";
        if (typeof(T) == typeof(double))
            return "F64";
        throw Real.NotReal<T>();
    }

    private static SafetensorsHeader ReadHeader(Stream stream)
    {
        var prefix = new byte[sizeof(ulong)];
        LittleEndian.ReadExactly(stream, prefix, prefix.Length, "header's length");
        var length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        SafetensorsHeader.CheckLength(length);
        var json = LittleEndian.ReadBytes(stream, (int)length, "header");
        return SafetensorsHeaderReader.Read(json, 0, json.Length);
    }

    private static void CheckArchitecture(SafetensorsHeader header, ParameterLayout layout)
    {
        if (header.Metadata.TryGetValue(SafetensorsHeader.ArchitectureKey, out var architecture)
            && architecture != layout.Architecture)
        {
            var (its, own) = Text.QuoteDifference(architecture, layout.Architecture);
            throw new InvalidDataException($"It belongs to the network {its}, but {layout.Name} is {own}.");
        }
    }
}
