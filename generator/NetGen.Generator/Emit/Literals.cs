using System.Globalization;
using System.Linq;
using NetGen.Generator.Model;

namespace NetGen.Generator.Emit;

/// <summary>Numbers as C# literals: the shortest text that reads back to the same value.</summary>
internal static class Literals
{
    private static readonly string[] SingleFormats = ["G7", "G8", "G9"];

    private static readonly string[] DoubleFormats = ["G15", "G16", "G17"];

    public static string Print(double value, Precision precision) =>
        precision == Precision.Single ? PrintSingle((float)value) : PrintDouble(value);

    private static string PrintSingle(float value)
    {
        if (Special(value, "float") is { } special)
            return special;
        var text = SingleFormats.Select(format => value.ToString(format, CultureInfo.InvariantCulture))
            .First(candidate => float.Parse(candidate, CultureInfo.InvariantCulture).Equals(value));
        return text + "f";
    }

    private static string PrintDouble(double value)
    {
        if (Special(value, "double") is { } special)
            return special;
        var text = DoubleFormats.Select(format => value.ToString(format, CultureInfo.InvariantCulture))
            .First(candidate => double.Parse(candidate, CultureInfo.InvariantCulture).Equals(value));
        return text.Any(letter => letter is '.' or 'E') ? text : text + ".0";
    }

    private static string? Special(double value, string type) => value switch
    {
        _ when double.IsNaN(value) => type + ".NaN",
        double.PositiveInfinity => type + ".PositiveInfinity",
        double.NegativeInfinity => type + ".NegativeInfinity",
        0 when 1 / value < 0 => type == "float" ? "-0f" : "-0.0",
        _ => null,
    };
}
