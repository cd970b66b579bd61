using System.Globalization;

namespace NetGen;

/// <summary>Numbers as text that gives the same number again.</summary>
internal static class RoundTrip
{
    /// <summary>The shortest such text.</summary>
    public static string Text(double value)
    {
#if NET
        return value.ToString(CultureInfo.InvariantCulture);
#else
        // .NET Framework writes 15 digits unless told otherwise.
        var text = value.ToString("G15", CultureInfo.InvariantCulture);
        return double.Parse(text, CultureInfo.InvariantCulture).Equals(value) ? text : Digits(value);
#endif
    }

    /// <summary>
    /// All seventeen digits. The shortest text may lie so near to the middle between two numbers that .NET Framework and Mono read the other.
    /// </summary>
    public static string Digits(double value) => value.ToString("G17", CultureInfo.InvariantCulture);
}
