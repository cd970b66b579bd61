using System.Globalization;

namespace NetGen;

/// <summary>
/// Reads the JSON of a header strictly: every field must be known, of its type, and there once. What a header may hold has two levels, so
/// that nothing nests, and every byte is looked at once.
/// </summary>
internal sealed class SafetensorsHeaderReader
{
    private readonly JsonScanner _json;

    private SafetensorsHeaderReader(JsonScanner json) => _json = json;

    /// <summary>Reads the header that is there, wholly.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static SafetensorsHeader Read(byte[] bytes, int start, int length)
    {
        var json = new JsonScanner(bytes, start, length);
        var header = new SafetensorsHeaderReader(json).ReadHeader();
        json.RequireEnd();
        return header;
    }

    private SafetensorsHeader ReadHeader()
    {
        var header = new SafetensorsHeader();
        var hasMetadata = false;
        Start('{', "header", "an object");
        for (var isFirst = true; _json.TryReadField(isFirst, out var name); isFirst = false)
        {
            if (name != SafetensorsHeader.MetadataField)
                AddOnce(header.Tensors, name, ReadTensor(name));
            else if (!hasMetadata)
                hasMetadata = ReadMetadata(header.Metadata);
            else
                throw Repeated(name);
        }

        return header;
    }

    private bool ReadMetadata(Dictionary<string, string> metadata)
    {
        Start('{', SafetensorsHeader.MetadataField, "an object");
        for (var isFirst = true; _json.TryReadField(isFirst, out var key); isFirst = false)
            AddOnce(metadata, key, ReadString(key));
        return true;
    }

    private SafetensorsTensor ReadTensor(string name)
    {
        string? dtype = null;
        List<long>? shape = null;
        List<long>? offsets = null;
        Start('{', name, "an object");
        for (var isFirst = true; _json.TryReadField(isFirst, out var field); isFirst = false)
        {
            switch (field)
            {
                case "dtype" when dtype is null:
                    dtype = ReadString(field);
                    break;
                case "shape" when shape is null:
                    shape = ReadSizes(field);
                    break;
                case "data_offsets" when offsets is null:
                    offsets = ReadSizes(field);
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

    private string ReadString(string field)
    {
        Start('"', field, "a string");
        return _json.ReadRestOfString();
    }

    private List<long> ReadSizes(string field)
    {
        Start('[', field, "a list");
        var sizes = new List<long>();
        while (_json.TryReadItem(isFirst: sizes.Count == 0))
        {
            if (!_json.IsAtNumber)
                throw NotAsExpected(field, "a list of integers that are not negative");
            if (!long.TryParse(_json.ReadNumber(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var size) || size < 0)
                throw Mistyped(field, "a list of integers that are not negative");
            sizes.Add(size);
        }

        return sizes;
    }

    /// <summary>Goes into the value of a field.</summary>
    private void Start(char sign, string field, string kind)
    {
        if (!_json.TryRead(sign))
            throw NotAsExpected(field, kind);
    }

    private InvalidDataException NotAsExpected(string field, string kind) => _json.IsAtValue ? Mistyped(field, kind) : _json.Invalid("a value");

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
