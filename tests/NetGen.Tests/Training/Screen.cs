using System.Text;

namespace NetGen.Tests.Training;

/// <summary>A console that knows carriage return and newline only, and refuses to write into its last column.</summary>
internal sealed class Screen : StringWriter
{
    public Screen(int columns)
    {
        Columns = columns;
        Progress = new(this, () => Columns, 1);
    }

    public int Columns { get; set; }

    public ConsoleProgress Progress { get; }

    public string Text => ToString();

    /// <summary>The lines before that of the cursor, as a reader sees them.</summary>
    public IReadOnlyList<string> Lines => Shown()[..^1];

    public string CurrentLine => Shown()[^1];

    public override void Write(string? value)
    {
        base.Write(value);
        var visible = value!.TrimStart('\r').Replace(Environment.NewLine, "", StringComparison.Ordinal);
        Assert.DoesNotContain(visible, char.IsControl);
        Assert.InRange(visible.Length, 0, Columns - 1);
    }

    private string[] Shown() => [.. Text.Split(Environment.NewLine).Select(line =>
    {
        var shown = new StringBuilder();
        foreach (var text in line.Split('\r'))
            shown.Remove(0, Math.Min(shown.Length, text.Length)).Insert(0, text);
        return shown.ToString().TrimEnd();
    })];
}
