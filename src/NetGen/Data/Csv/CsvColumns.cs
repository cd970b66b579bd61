using System.Globalization;

namespace NetGen;

/// <summary>The columns of a CSV file by what they are for.</summary>
internal sealed class CsvColumns
{
    private const int MaxListed = 20;

    private readonly CsvRecords _records;
    private readonly bool[] _taken;

    /// <summary>Finds the chosen columns in the first row, which is the current one.</summary>
    /// <exception cref="DataFileException">There is no such column, or nothing is left for the inputs.</exception>
    public CsvColumns(CsvRecords records, CsvOptions options)
    {
        _records = records;
        _taken = new bool[records.FieldCount];
        Names = new string[records.FieldCount];
        for (var column = 0; column < Names.Length; column++)
            Names[column] = options.HasHeader ? records.Field(column).ToString() : column.ToString(CultureInfo.InvariantCulture);

        Targets = [.. (options.Label is null ? options.Targets : [options.Label]).Select(Take)];
        foreach (var column in options.Ignored)
            Take(column);
        Features = [.. Enumerable.Range(0, Names.Length).Where(column => !_taken[column])];
        if (Features.Length == 0)
        {
            throw records.Error(
                $"no column is left for the inputs. Its columns are {List(Names)}: check the Delimiter, and the columns chosen.",
                records.Line);
        }
    }

    /// <summary>The name of each column; its index where there is no header.</summary>
    public string[] Names { get; }

    /// <summary>The columns of the inputs, in the order of the file.</summary>
    public int[] Features { get; }

    /// <summary>The columns of the targets in the order of the options, or that of the label.</summary>
    public int[] Targets { get; }

    /// <summary>Names in a message; the first ones if they are many.</summary>
    public static string List(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Take(MaxListed).Select(Text.Quote)) + (names.Count > MaxListed ? ", …" : "");

    private int Take(CsvColumn chosen)
    {
        var column = chosen.Name is null ? AtIndex(chosen.Index) : WithName(chosen.Name);
        if (_taken[column])
        {
            throw _records.Error(
                "the column is chosen twice, as label, target or ignored. Choose it once.", _records.Line, column + 1, Names[column]);
        }

        _taken[column] = true;
        return column;
    }

    private int AtIndex(int index)
    {
        var column = index < 0 ? Names.Length + index : index;
        return (uint)column < (uint)Names.Length
            ? column
            : throw _records.Error(
                $"there is no column {index}. It has {Names.Length} columns, counted from 0; −1 is the last. Check the Delimiter.",
                _records.Line);
    }

    private int WithName(string name)
    {
        var column = Array.IndexOf(Names, name);
        if (column < 0)
        {
            throw _records.Error(
                $"there is no column {Text.Quote(name)}. Its columns are {List(Names)}: " +
                "check the Delimiter, and that this row is the header.",
                _records.Line);
        }

        if (Array.IndexOf(Names, name, column + 1) >= 0)
            throw _records.Error("two columns have this name. Choose the column by its index.", _records.Line, column + 1, name);
        return column;
    }
}
