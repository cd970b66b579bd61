using System.Text;

namespace NetGen;

/// <summary>The rows of a CSV text, one at a time, as RFC 4180 says. Only the current one is in memory.</summary>
/// <param name="reader">The text.</param>
/// <param name="delimiter">The character between two fields.</param>
/// <param name="path">The file, for messages; null if there is none.</param>
internal sealed class CsvRecords(TextReader reader, char delimiter, string? path)
{
    public const int BufferLength = 1 << 14;
    public const int MaxRowLength = 1 << 20;

    private const char Quote = '"';
    private const int End = -1;

    private readonly char[] _buffer = new char[BufferLength];
    private readonly List<int> _fieldEnds = [];
    private char[] _row = new char[256];
    private int _rowLength;
    private int _position;
    private int _length;
    private long _currentLine = 1;
    private bool _started;
    private bool _afterReturn;

    /// <summary>The line on which the current row starts, from 1.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>Fields in the current row.</summary>
    public int FieldCount => _fieldEnds.Count;

    /// <summary>The text of a field of the current row, without its quotes; valid until the next row is read.</summary>
    public ReadOnlySpan<char> Field(int index)
    {
        var start = index == 0 ? 0 : _fieldEnds[index - 1];
        return _row.AsSpan(start, _fieldEnds[index] - start);
    }

    /// <summary>Goes to the next row that is not an empty line. False at the end of the text.</summary>
    public bool Read()
    {
        while (Peek() is '\r' or '\n')
            Next();

        Line = _currentLine;
        _fieldEnds.Clear();
        _rowLength = 0;
        if (Peek() == End)
            return false;
        while (ReadField())
            RequireLength();
        return true;
    }

    /// <summary>An error in the text.</summary>
    /// <param name="problem">What stood there, what was expected and what to do.</param>
    /// <param name="line">The line, from 1; null if it belongs to none.</param>
    /// <param name="column">The field, from 1; null if it belongs to none.</param>
    /// <param name="name">The name of the column; null if it has none.</param>
    /// <param name="cause">The cause.</param>
    public DataFileException Error(
        string problem, long? line = null, int? column = null, string? name = null, Exception? cause = null)
    {
        var source = path is null ? "the text" : $"'{path}'";
        var inLine = line is null ? "" : $", line {line}";
        var inColumn = column is null ? "" : $", column {column}";
        var named = name is null ? "" : $" {Text.Quote(name)}";
        return new($"Cannot read {source}{inLine}{inColumn}{named}: {problem}", path, line, column, cause);
    }

    // Reads a field and what follows it; false if that is the end of the row.
    private bool ReadField()
    {
        if (Peek() == Quote)
            ReadQuoted();
        else
            ReadPlain();

        _fieldEnds.Add(_rowLength);
        return Next() == delimiter;
    }

    private void ReadPlain()
    {
        while (!EndsField(Peek()))
        {
            var next = Next();
            if (next == Quote)
            {
                throw Error(
                    "a quote stands inside a field that does not start with one. " +
                    "Put the whole field in quotes, and double those inside.",
                    _currentLine,
                    FieldCount + 1);
            }

            Append((char)next);
        }
    }

    private void ReadQuoted()
    {
        var line = _currentLine;
        Next();
        while (true)
        {
            var next = Next();
            if (next == End)
            {
                throw Error(
                    "the quote that starts this field is never closed. Close it, or double the quotes inside it.", line, FieldCount + 1);
            }

            if (next == Quote && Peek() != Quote)
                break;
            if (next == Quote)
                Next();
            Append((char)next);
        }

        if (!EndsField(Peek()))
        {
            throw Error(
                $"{Text.Quote(((char)Peek()).ToString())} follows the closing quote of a field. " +
                "Expected a delimiter or the end of the line; double the quotes inside a field.",
                _currentLine,
                FieldCount + 1);
        }
    }

    private bool EndsField(int next) => next == delimiter || next is '\r' or '\n' or End;

    private void Append(char next)
    {
        RequireLength();
        if (_rowLength == _row.Length)
            Array.Resize(ref _row, 2 * _row.Length);
        _row[_rowLength++] = next;
    }

    private void RequireLength()
    {
        if (_rowLength + FieldCount >= MaxRowLength)
        {
            throw Error(
                $"the row has more than {MaxRowLength} characters, the most. If it is not meant to, look for a quote that is not closed.",
                Line);
        }
    }

    // CR and LF count as one line break: the second is read as an empty line.
    private int Next()
    {
        var next = Peek();
        if (next != End)
            _position++;
        if (next == '\r' || (next == '\n' && !_afterReturn))
            _currentLine++;
        _afterReturn = next == '\r';
        return next;
    }

    private int Peek()
    {
        while (_position == _length)
        {
            if (!Fill())
                return End;
        }

        return _buffer[_position];
    }

    private bool Fill()
    {
        try
        {
            (_position, _length) = (0, reader.Read(_buffer, 0, _buffer.Length));
        }
        catch (DecoderFallbackException e)
        {
            throw Error("it holds bytes that are not UTF-8. Save it as UTF-8.", cause: e);
        }

        // A byte order mark that the reader of a text has left there.
        if (!_started && _length > 0 && _buffer[0] == '\uFEFF')
            _position++;
        _started = true;
        return _length > 0;
    }
}
