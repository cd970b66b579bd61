using System.Text.Json;

namespace NetGen;

/// <summary>Reads the JSON of a header strictly: every field must be known, of its type, and there once.</summary>
internal static class SafetensorsHeaderReader
{
    /// <exception cref="InvalidDataException">The JSON is not a header.</exception>
    /// <exception cref="JsonException">The bytes are not JSON.</exception>
    /// <exception cref="InvalidOperationException">A string is not valid Unicode.</exception>
    public static SafetensorsHeader Read(ReadOnlySpan<byte> utf8)
    {
        var json = new Utf8JsonReader(utf8);
        var header = new SafetensorsHeader();
        json.Read();
        RequireObject(json, "header");
        var hasMetadata = false;
        while (ReadField(ref json) is { } name)
        {
            if (name != SafetensorsHeader.MetadataField)
                AddOnce(header.Tensors, name, ReadTensor(ref json, name));
            else if (!hasMetadata)
                hasMetadata = ReadMetadata(ref json, header.Metadata);
            else
                throw Repeated(name);
        }

        // Reports anything that follows the object.
        json.Read();
        return header;
    }

    private static bool ReadMetadata(ref Utf8JsonReader json, Dictionary<string, string> metadata)
    {
        json.Read();
        RequireObject(json, SafetensorsHeader.MetadataField);
        while (ReadField(ref json) is { } key)
            AddOnce(metadata, key, ReadString(ref json, key));
        return true;
    }

    private static SafetensorsTensor ReadTensor(ref Utf8JsonReader json, string name)
    {
        string? dtype = null;
        List<long>? shape = null;
        List<long>? offsets = null;
        json.Read();
        RequireObject(json, name);
        while (ReadField(ref json) is { } field)
        {
            switch (field)
            {
                case "dtype" when dtype is null:
                    dtype = ReadString(ref json, field);
                    break;
                case "shape" when shape is null:
                    shape = ReadSizes(ref json, field);
                    break;
                case "data_offsets" when offsets is null:
                    offsets = ReadSizes(ref json, field);
                    break;
                case "dtype" or "shape" or "data_offsets":
                    throw Repeated(field);
                default:
                    throw new InvalidDataException($"Its header gives {Text.Quote(name)} an unknown field {Text.Quote(field)}.");
            }
        }

        if (dtype is null || shape is null || offsets is not { Count: 2 })
            throw new InvalidDataException($"Its header does not give {Text.Quote(name)} a dtype, a shape and two data_offsets.");
        return new SafetensorsTensor(name, dtype, shape, begin: offsets[0], end: offsets[1]);
    }

    /// <summary>The next field's name; null at the end of the object.</summary>
    private static string? ReadField(ref Utf8JsonReader json)
    {
        json.Read();
        return json.TokenType == JsonTokenType.PropertyName ? json.GetString() : null;
    }

    private static string ReadString(ref Utf8JsonReader json, string field)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.String)
            throw Mistyped(field, "a string");
        return json.GetString()!;
    }

    private static List<long> ReadSizes(ref Utf8JsonReader json, string field)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.StartArray)
            throw Mistyped(field, "a list");
        var sizes = new List<long>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType != JsonTokenType.Number || !json.TryGetInt64(out var size) || size < 0)
                throw Mistyped(field, "a list of integers that are not negative");
            sizes.Add(size);
        }

        return sizes;
    }

    private static void RequireObject(in Utf8JsonReader json, string field)
    {
        if (json.TokenType != JsonTokenType.StartObject)
            throw Mistyped(field, "an object");
    }

    private static void AddOnce<TValue>(Dictionary<string, TValue> items, string key, TValue value)
    {
        if (items.ContainsKey(key))
            throw Repeated(key);
        items.Add(key, value);
    }

    private static InvalidDataException Repeated(string field) =>
        new($"Its header has the field {Text.Quote(field)} twice.");

    private static InvalidDataException Mistyped(string field, string expected) =>
        new($"In its header, {Text.Quote(field)} is not {expected}.");
}
