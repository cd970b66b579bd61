namespace NetGen;

/// <summary>Text of a file inside a message.</summary>
internal static class Text
{
    private const int MaxLength = 80;

    /// <summary>The text in quotes, cut if it is long: a damaged or hostile file may hold megabytes.</summary>
    public static string Quote(string text) => Quote(text, 0);

    /// <summary>Two texts in quotes, cut if they are long, but not where they begin to differ.</summary>
    public static (string One, string Other) QuoteDifference(string one, string other)
    {
        var same = 0;
        while (same < Math.Min(one.Length, other.Length) && one[same] == other[same])
            same++;
        var start = Math.Max(one.Length, other.Length) <= MaxLength ? 0 : Math.Max(0, same - (MaxLength / 4));
        return (Quote(one, start), Quote(other, start));
    }

    private static string Quote(string text, int start)
    {
        var length = Math.Min(MaxLength, text.Length - start);
        return $"'{(start > 0 ? "…" : "")}{text.Substring(start, length)}{(start + length < text.Length ? "…" : "")}'";
    }
}
