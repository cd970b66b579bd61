namespace NetGen;

/// <summary>Text of a file inside a message.</summary>
internal static class Text
{
    private const int MaxLength = 80;

    /// <summary>The text in quotes, cut if it is long: a damaged or hostile file may hold megabytes.</summary>
    public static string Quote(string text) =>
        text.Length <= MaxLength ? $"'{text}'" : $"'{text.Substring(0, MaxLength)}…'";
}
