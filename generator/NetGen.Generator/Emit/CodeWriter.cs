using System.Text;

namespace NetGen.Generator.Emit;

/// <summary>Indented lines that end in LF, with nothing on empty ones.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public void Line(string line = "")
    {
        if (line.Length > 0)
            _text.Append(' ', 4 * _depth).Append(line);
        _text.Append('\n');
    }

    /// <summary>Writes several lines; a raw string literal's indentation is its own.</summary>
    public void Lines(string lines)
    {
        foreach (var line in lines.Replace("\r", string.Empty).Split('\n'))
            Line(line);
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
