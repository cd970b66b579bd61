namespace NetGen;

/// <summary>Text in columns: the first aligned left, the others right.</summary>
internal static class TextTable
{
    /// <summary>The rows, as many cells in each, without a newline at the end.</summary>
    public static string Format(IEnumerable<IEnumerable<string>> rows)
    {
        var cells = rows.Select(row => row.ToArray()).ToArray();
        var widths = cells[0].Select((_, column) => cells.Max(row => row[column].Length)).ToArray();
        return string.Join("\n", cells.Select(row => string.Join("  ", row.Select((cell, column) =>
            column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column])))));
    }
}
