using System.Globalization;

namespace NetGen;

/// <summary>Turns the rows of a CSV text into samples.</summary>
internal sealed class CsvTable<T>
    where T : unmanaged
{
    private readonly CsvRecords _records;
    private readonly CsvOptions _options;
    private readonly CsvColumns _columns;
    private readonly List<T> _inputs = [];
    private readonly List<T> _targets = [];
    private readonly CsvLabels _labels;

    private CsvTable(CsvRecords records, CsvOptions options)
    {
        (_records, _options) = (records, options);
        _columns = new(records, options);
        _labels = new(options.Classes);
    }

    public static CsvDataset<T> Read(CsvRecords records, CsvOptions options)
    {
        if (!records.Read())
            throw records.Error("it is empty. Expected one row for each sample.");
        return new CsvTable<T>(records, options).ReadRows();
    }

    private CsvDataset<T> ReadRows()
    {
        if (_options.HasHeader && !_records.Read())
        {
            throw _records.Error(
                "there is no row but the first, which is taken as the header. If it is a sample, set HasHeader to false.");
        }

        do
            AddRow();
        while (_records.Read());

        var features = Array.ConvertAll(_columns.Features, Name);
        var targets = Array.ConvertAll(_columns.Targets, Name);
        if (_options.Label is null)
            return new(new([.. _inputs], features.Length, [.. _targets], targets.Length), features, targets, []);
        var (classes, labels) = _labels.Indexed();
        return new(new([.. _inputs], features.Length, labels), features, targets, classes);
    }

    private void AddRow()
    {
        if (_records.FieldCount != _columns.Names.Length)
        {
            throw _records.Error(
                $"the row has {Fields(_records.FieldCount)}, but the first row has {_columns.Names.Length}. " +
                "Give each row as many; put a field that holds the delimiter in quotes.",
                _records.Line);
        }

        foreach (var column in _columns.Features)
            _inputs.Add(Number(column));
        if (_options.Label is null)
        {
            foreach (var column in _columns.Targets)
                _targets.Add(Number(column));
        }
        else
        {
            AddLabel(_columns.Targets[0]);
        }
    }

    private T Number(int column)
    {
        var text = _records.Field(column);
        if (text.IsEmpty)
            throw Error(column, "the cell is empty. Expected a number such as 1.5; fill it, or remove the row.");
        var number = Parse(text);
        if (!Finite.Is(number))
        {
            throw Error(
                column,
                $"{Text.Quote(text.ToString())} is not a finite number of type {typeof(T).Name}. " +
                $"Expected one such as 1.5; {Advice}.");
        }

        return Real.FromDouble<T>(number);
    }

    private string Advice => _records.Line == 1 && !_options.HasHeader
        ? "if this row is the header, set HasHeader to true"
        : "correct it, remove the row, or ignore the column";

    private void AddLabel(int column)
    {
        var name = _records.Field(column).ToString();
        if (name.Length == 0)
            throw Error(column, "the cell is empty. Expected the class of the sample; fill it, or remove the row.");
        if (!_labels.TryAdd(name))
        {
            throw Error(
                column,
                $"{Text.Quote(name)} is none of the classes {CsvColumns.List(_options.Classes!)}. " +
                "Correct it, or add it to Classes.");
        }
    }

    /// <summary>The number of type <typeparamref name="T"/>, rounded once; NaN if the text is none.</summary>
    private static double Parse(ReadOnlySpan<char> text)
    {
        // .NET takes NUL after a number for nothing, but in a file it is what a crash has left of the digits.
        if (text.IndexOf('\0') >= 0)
            return double.NaN;
#if NET
        var digits = text;
#else
        var digits = text.ToString();
#endif
        if (typeof(T) == typeof(float))
            return float.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var single) ? single : double.NaN;
        if (typeof(T) == typeof(double))
            return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
        throw Real.NotReal<T>();
    }

    private string Name(int column) => _columns.Names[column];

    private DataFileException Error(int column, string problem) =>
        _records.Error(problem, _records.Line, column + 1, _options.HasHeader ? Name(column) : null);

    private static string Fields(int count) => count == 1 ? "1 field" : $"{count} fields";
}
