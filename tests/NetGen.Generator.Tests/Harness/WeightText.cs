using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Generator.Tests.Harness;

/// <summary>A weight file as the build hands it to the compiler.</summary>
internal sealed class WeightText(string name, string content) : AdditionalText
{
    private readonly SourceText _text = SourceText.From($"NetGen weights 1\n{name}\n{content}\n", Encoding.UTF8);

    /// <summary>A file of float tensors, and of an architecture if it says one.</summary>
    public static WeightText Of(string name, string? architecture, params (string Name, int[] Shape, float[] Values)[] tensors)
    {
        var header = new Dictionary<string, object>();
        if (architecture is not null)
            header["__metadata__"] = new Dictionary<string, string> { ["netgen.architecture"] = architecture };
        var position = 0;
        foreach (var tensor in tensors)
        {
            header[tensor.Name] = new { dtype = "F32", shape = tensor.Shape, data_offsets = new[] { position, position + (4 * tensor.Values.Length) } };
            position += 4 * tensor.Values.Length;
        }

        return Of(name, JsonSerializer.Serialize(header), [.. tensors.SelectMany(tensor => MemoryMarshal.AsBytes(tensor.Values.AsSpan()).ToArray())]);
    }

    /// <summary>A file with a header and data.</summary>
    public static WeightText Of(string name, string header, byte[] data)
    {
        var json = Encoding.UTF8.GetBytes(header);
        var prefix = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(prefix, json.Length);
        return new(name, Convert.ToBase64String([.. prefix, .. json, .. data]));
    }

    public override string Path => $"obj/{name.Replace('/', '_')}.netgen-weights";

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
