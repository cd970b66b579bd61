using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace NetGen;

/// <summary>Writes tensors as safetensors, one after the other.</summary>
internal static class SafetensorsWriter
{
    /// <param name="stream">Receives the file.</param>
    /// <param name="metadata">What is said beside the tensors.</param>
    /// <param name="tensors">Names and shapes, in the order of their values.</param>
    /// <param name="values">The elements of all tensors.</param>
    public static void Write<T>(
        Stream stream, IEnumerable<KeyValuePair<string, string>> metadata, IReadOnlyList<NamedShape> tensors, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var header = Header<T>(metadata, tensors);
        var prefix = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(prefix, (ulong)header.Length);
        stream.Write(prefix, 0, prefix.Length);
        stream.Write(header, 0, header.Length);
        LittleEndian.Write(stream, values);
    }

    private static byte[] Header<T>(IEnumerable<KeyValuePair<string, string>> metadata, IReadOnlyList<NamedShape> tensors)
        where T : unmanaged
    {
        var json = new StringBuilder("{");
        Append(json, SafetensorsHeader.MetadataField).Append(":{");
        Append(json, "format").Append(':');
        Append(json, "pt");
        foreach (var entry in metadata)
        {
            Append(json.Append(','), entry.Key).Append(':');
            Append(json, entry.Value);
        }

        json.Append('}');
        var begin = 0L;
        foreach (var tensor in tensors)
        {
            var end = begin + ((long)tensor.Count * Unsafe.SizeOf<T>());
            Append(json.Append(','), tensor.Name).AppendFormat(
                CultureInfo.InvariantCulture,
                ":{{\"dtype\":\"{0}\",\"shape\":[{1}],\"data_offsets\":[{2},{3}]}}",
                SafetensorsReader.Dtype<T>(),
                string.Join(",", tensor.Shape),
                begin,
                end);
            begin = end;
        }

        // Spaces up to a multiple of 8, so that a reader that maps the file finds aligned numbers.
        var header = Encoding.UTF8.GetBytes(json.Append('}').ToString());
        var padded = new byte[(header.Length + sizeof(double) - 1) / sizeof(double) * sizeof(double)];
        header.CopyTo(padded, 0);
        padded.AsSpan(header.Length).Fill((byte)' ');
        return padded;
    }

    /// <summary>Adds a string of JSON.</summary>
    private static StringBuilder Append(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var sign in text)
        {
            if (sign is '"' or '\\')
                json.Append('\\').Append(sign);
            else if (sign < ' ')
                json.AppendFormat(CultureInfo.InvariantCulture, "\\u{0:x4}", (int)sign);
            else
                json.Append(sign);
        }

        return json.Append('"');
    }
}
