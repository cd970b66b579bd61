using System.Text;

namespace NetGen.Generator.Emit;

/// <summary>Indented lines that end in LF, with nothing on empty ones.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();

    /// <summary>How far the next line is indented.</summary>
    public int Depth { get; private set; }

    /// <summary>Begins a new text, at a depth, in the memory of the last one.</summary>
    public void Restart(int depth)
    {
        _text.Clear();
        Depth = depth;
    }

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

    /// <summary>Takes over the lines of a writer that began at this depth.</summary>
    public void Indented(string lines) => _text.Append(lines);

    /// <summary>Braces around what is written until the result is disposed of.</summary>
    public IDisposable Block(string? header = null)
    {
        if (header is not null)
            Line(header);
        Line("{");
        Depth++;
        return new End(this);
    }

    private void Line(string text, int start, int length)
    {
        if (length > 0)
            _text.Append(' ', 4 * Depth).Append(text, start, length);
        _text.Append('\n');
    }

    public override string ToString() => _text.ToString();

    private sealed class End(CodeWriter writer) : IDisposable
    {
        public void Dispose()
        {
            writer.Depth--;
            writer.Line("}");
        }
    }
}
