using System.Globalization;

namespace NetGen;

/// <summary>A column of a CSV file, by its name in the header or by its index. A string or an integer converts to one.</summary>
public sealed class CsvColumn
{
    private CsvColumn(string? name, int index) => (Name, Index) = (name, index);

    /// <summary>Its name, compared to the header character by character; null if chosen by index.</summary>
    public string? Name { get; }

    /// <summary>Its index, from 0; −1 is the last column, −2 the last but one. No meaning if chosen by name.</summary>
    public int Index { get; }

    /// <summary>Chooses by name.</summary>
    /// <param name="name">A name that occurs once in the header.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public static CsvColumn Named(string name) => new(name ?? throw new ArgumentNullException(nameof(name)), 0);

    /// <summary>Chooses by index.</summary>
    /// <param name="index">From 0; −1 is the last column, −2 the last but one.</param>
    public static CsvColumn At(int index) => new(null, index);

    /// <summary>As <see cref="Named"/>.</summary>
    public static implicit operator CsvColumn(string name) => Named(name);

    /// <summary>As <see cref="At"/>.</summary>
    public static implicit operator CsvColumn(int index) => At(index);

    /// <summary>The name in quotes, or the index.</summary>
    public override string ToString() => Name is null ? Index.ToString(CultureInfo.InvariantCulture) : Text.Quote(Name);
}
