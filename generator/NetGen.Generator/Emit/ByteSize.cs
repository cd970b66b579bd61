using System.Globalization;

namespace NetGen.Generator.Emit;

/// <summary>A number of bytes as people read it: <c>512 bytes</c>, <c>9.6 KB</c>, <c>37 KB</c>, in powers of 1,000.</summary>
internal static class ByteSize
{
    private static readonly string[] Units = ["bytes", "KB", "MB"];

    public static string Print(long bytes)
    {
        var (value, unit) = ((decimal)bytes, 0);
        for (; unit < Units.Length - 1 && Math.Round(value) >= 1000; unit++)
            value /= 1000;
        var text = unit > 0 && value < 9.95m
            ? value.ToString("0.0", CultureInfo.InvariantCulture)
            : Math.Round(value, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture);
        return $"{text} {Units[unit]}";
    }
}
