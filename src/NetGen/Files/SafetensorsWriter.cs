using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NetGen;

/// <summary>Writes tensors as safetensors, one after the other.</summary>
internal static class SafetensorsWriter
{
    // Nothing of the file is ever part of a web page, and '>' is easier to read than \u003E.
    private static readonly JsonWriterOptions _readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, _readable))
        {
            json.WriteStartObject();
            json.WriteStartObject(SafetensorsHeader.MetadataField);
            json.WriteString("format", "pt");
            foreach (var entry in metadata)
                json.WriteString(entry.Key, entry.Value);
            json.WriteEndObject();
            var begin = 0L;
            foreach (var tensor in tensors)
            {
                var end = begin + ((long)tensor.Count * Unsafe.SizeOf<T>());
                WriteTensor(json, tensor, SafetensorsHeader.Dtype<T>(), begin, end);
                begin = end;
            }

            json.WriteEndObject();
        }

        // Spaces up to a multiple of 8, so that a reader that maps the file finds aligned numbers.
        while (buffer.Length % sizeof(double) != 0)
            buffer.WriteByte((byte)' ');
        return buffer.ToArray();
    }

    private static void WriteTensor(Utf8JsonWriter json, NamedShape tensor, string dtype, long begin, long end)
    {
        json.WriteStartObject(tensor.Name);
        json.WriteString("dtype", dtype);
        json.WriteStartArray("shape");
        foreach (var extent in tensor.Shape)
            json.WriteNumberValue(extent);
        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(begin);
        json.WriteNumberValue(end);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
