using System.Text.Json;
using System.Text.Json.Serialization;

namespace NetGen.Tests.Reference;

/// <summary>Expected numbers: all of them, flattened, or a digest of them.</summary>
[JsonConverter(typeof(Converter))]
internal abstract record GoldenArray
{
    /// <summary>The largest absolute value.</summary>
    public abstract double Largest { get; }

    /// <summary>Asserts that the numbers are as expected.</summary>
    public abstract void Check(string what, ReadOnlySpan<double> actual, Tolerance tolerance);

    private sealed class Converter : JsonConverter<GoldenArray>
    {
        public override GoldenArray Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var element = JsonElement.ParseValue(ref reader);
            return element.ValueKind == JsonValueKind.Object
                ? element.Deserialize<GoldenDigest>(options)!
                : new GoldenValues([.. Flatten(element)]);
        }

        public override void Write(Utf8JsonWriter writer, GoldenArray value, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        private static IEnumerable<double> Flatten(JsonElement element) => element.ValueKind == JsonValueKind.Array
            ? element.EnumerateArray().SelectMany(Flatten)
            : [element.GetDouble()];
    }
}
