using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NetGen;

/// <summary>Writes the parameters of a network as safetensors, in canonical order.</summary>
internal static class SafetensorsWriter
{
    // Nothing of the file is ever part of a web page, and '>' is easier to read than \u003E.
    private static readonly JsonWriterOptions _readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write<T>(Stream stream, ParameterLayout layout, ReadOnlySpan<T> parameters)
        where T : unmanaged
    {
        var header = Header<T>(layout);
        var prefix = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(prefix, (ulong)header.Length);
        stream.Write(prefix, 0, prefix.Length);
        stream.Write(header, 0, header.Length);
        LittleEndian.Write(stream, parameters);
    }

    private static byte[] Header<T>(ParameterLayout layout)
        where T : unmanaged
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, _readable))
        {
            json.WriteStartObject();
            WriteMetadata(json, layout);
            var begin = 0L;
            foreach (var tensor in layout.Tensors)
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

    private static void WriteMetadata(Utf8JsonWriter json, ParameterLayout layout)
    {
        json.WriteStartObject(SafetensorsHeader.MetadataField);
        json.WriteString("format", "pt");
        json.WriteString(SafetensorsHeader.ArchitectureKey, layout.Architecture);
        json.WriteEndObject();
    }

    private static void WriteTensor(Utf8JsonWriter json, ParameterTensor tensor, string dtype, long begin, long end)
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
