using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Xml;
using System.Xml.Linq;

namespace NetGen.Generator.Weights;

/// <summary>What the header of a safetensors file says: its tensors and its metadata.</summary>
/// <remarks>
/// Read by the JSON reader of .NET Standard itself, which gives XML: a compiler loads no other library beside its generators.
/// See https://huggingface.co/docs/safetensors for the format.
/// </remarks>
internal sealed record SafetensorsHeader(IReadOnlyDictionary<string, WeightTensor> Tensors, string? Architecture)
{
    private const string ArchitectureKey = "netgen.architecture";
    private const string MetadataField = "__metadata__";

    /// <exception cref="InvalidDataException">The bytes are not a header.</exception>
    public static SafetensorsHeader Parse(byte[] bytes, int start, int length)
    {
        XElement root;
        try
        {
            using var reader = JsonReaderWriterFactory.CreateJsonReader(bytes, start, length, XmlDictionaryReaderQuotas.Max);
            root = XElement.Load(reader);
        }
        catch (Exception e) when (e is XmlException or FormatException or ArgumentException or SerializationException)
        {
            throw new InvalidDataException($"its header is not valid JSON: {e.Message}", e);
        }

        var tensors = new Dictionary<string, WeightTensor>(StringComparer.Ordinal);
        foreach (var field in root.Elements().Where(field => Name(field) != MetadataField))
        {
            if (tensors.ContainsKey(Name(field)))
                throw new InvalidDataException($"its header has the field '{Name(field)}' twice");
            tensors.Add(Name(field), Tensor(field));
        }

        var metadata = root.Elements().Where(field => Name(field) == MetadataField).SelectMany(field => field.Elements());
        return new(tensors, metadata.FirstOrDefault(entry => Name(entry) == ArchitectureKey)?.Value);
    }

    /// <summary>Names that XML does not allow stand in an attribute.</summary>
    private static string Name(XElement field) => (string?)field.Attribute("item") ?? field.Name.LocalName;

    private static WeightTensor Tensor(XElement field)
    {
        var (shape, offsets) = (Sizes(field, "shape"), Sizes(field, "data_offsets"));
        if (field.Element("dtype")?.Value is not { } dtype || shape is null || offsets is not { Count: 2 })
            throw new InvalidDataException($"its header does not give '{Name(field)}' a dtype, a shape and two data_offsets");
        return new(dtype, shape, offsets[0], offsets[1]);
    }

    private static List<long>? Sizes(XElement tensor, string field)
    {
        var sizes = new List<long>();
        foreach (var item in tensor.Element(field)?.Elements() ?? [])
        {
            if (!long.TryParse(item.Value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var size))
                return null;
            sizes.Add(size);
        }

        return tensor.Element(field) is null ? null : sizes;
    }
}
