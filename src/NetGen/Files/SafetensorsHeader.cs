namespace NetGen;

/// <summary>What the header of a safetensors file says: its tensors and its metadata.</summary>
/// <remarks>
/// A file is the header's length (8 bytes, little-endian), the header (JSON in UTF-8, maybe padded with spaces) and the data,
/// where the tensors lie one after the other in any order. Library and generator share this source, so that both read the same files.
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

    /// <exception cref="InvalidDataException">No header has this length.</exception>
    public static void CheckLength(ulong length)
    {
        if (length > MaxLength)
            throw new InvalidDataException($"It claims a header of {length} bytes, but {MaxLength} is the most: it is not a safetensors file.");
    }
}
