using System.Text;

namespace NetGen.Generator.Emit;

/// <summary>Indented lines that end in LF, with nothing on empty ones.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public void Line(string line = "") => Line(line, 0, line.Length);

    /// <summary>Writes several lines; a raw string literal's indentation is its own.</summary>
    public void Lines(string lines)
    {
        for (var start = 0; start <= lines.Length;)
        {
            var end = lines.IndexOf('\n', start);
            if (end < 0)
                end = lines.Length;
            var length = end > start && lines[end - 1] == '\r' ? end - start - 1 : end - start;
            Line(lines, start, length);
            start = end + 1;
        }
    }

    /// <summary>Braces around what is written until the result is disposed of.</summary>
    public IDisposable Block(string? header = null)
    {
        if (header is not null)
            Line(header);
        Line("{");
        _depth++;
        return new End(this);
    }

    private void Line(string text, int start, int length)
    {
        if (length > 0)
            _text.Append(' ', 4 * _depth).Append(text, start, length);
        _text.Append('\n');
    }

    public override string ToString() => _text.ToString();

    private sealed class End(CodeWriter writer) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            writer.Line("}");
        }
    }
}
