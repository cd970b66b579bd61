using System.Text.Json;

namespace NetGen;

/// <summary>What the header of a safetensors file says: its tensors and its metadata.</summary>
/// <remarks>
/// A file is the header's length (8 bytes, little-endian), the header (JSON in UTF-8, maybe padded with spaces) and the data,
/// where the tensors lie one after the other in any order.
/// </remarks>
internal sealed class SafetensorsHeader
{
    /// <summary>
    /// Bytes that a header may have: far more than any network of this library needs, little enough to allocate.
    /// </summary>
    public const int MaxLength = 16 << 20;

    /// <summary>The metadata that says what the network computes.</summary>
    public const string ArchitectureKey = "netgen.architecture";

    /// <summary>The header's field that holds metadata; every other field is a tensor.</summary>
    public const string MetadataField = "__metadata__";

    public Dictionary<string, SafetensorsTensor> Tensors { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Metadata { get; } = new(StringComparer.Ordinal);

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

    /// <exception cref="InvalidDataException">The bytes are not a header.</exception>
    public static SafetensorsHeader Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return SafetensorsHeaderReader.Read(utf8);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The reader reports text that is not valid UTF-8 or UTF-16 as InvalidOperationException.
            throw new InvalidDataException($"Its header is not valid JSON: {e.Message}", e);
        }
    }
}
