using System.Globalization;
using System.Linq;

namespace NetGen.Generator.Diagnostics;

/// <summary>Texts of the user's in messages and comments: what would end a line there is written as in an address, such as <c>%0A</c>.</summary>
internal static class OneLine
{
    public static string Of(string text) => text.Any(IsBreak)
        ? string.Concat(text.Select(letter => IsBreak(letter) ? "%" + ((int)letter).ToString("X2", CultureInfo.InvariantCulture) : letter.ToString()))
        : text;

    private static bool IsBreak(char letter) =>
        CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
