using System.Globalization;
using System.Security;
using System.Text;

namespace Samples;

/// <summary>Where text stands relative to its point.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>A drawing, in pixels from the upper left corner, on a white card that is readable in light and dark surroundings.</summary>
internal sealed class Svg
{
    public const string Ink = "#1f2937";
    public const string Muted = "#6b7280";
    public const string Faint = "#e5e7eb";

    private readonly StringBuilder _text = new();

    /// <summary>Starts a drawing with a headline.</summary>
    public Svg(double width, double height, string title)
    {
        Append($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-family="system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif" role="img">""");
        Append($"<title>{Escaped(title)}</title>");
        Append($"""<rect x="0.5" y="0.5" width="{width - 1}" height="{height - 1}" rx="10" fill="#ffffff" stroke="{Faint}"/>""");
        Text(24, 34, title, Anchor.Start, Ink, size: 17, bold: true);
    }

    public void Rectangle(double x, double y, double width, double height, string fill) =>
        Append($"""<rect x="{x:F1}" y="{y:F1}" width="{width:F1}" height="{height:F1}" fill="{fill}"/>""");

    public void Line(double x1, double y1, double x2, double y2, string stroke, double width = 1, string dashes = "none") =>
        Append($"""<line x1="{x1:F1}" y1="{y1:F1}" x2="{x2:F1}" y2="{y2:F1}" stroke="{stroke}" stroke-width="{width}" stroke-dasharray="{dashes}"/>""");

    public void Curve(IEnumerable<(double X, double Y)> points, string stroke)
    {
        string path = string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:F1},{point.Y:F1}")));
        Append($"""<polyline points="{path}" fill="none" stroke="{stroke}" stroke-width="2" stroke-linejoin="round"/>""");
    }

    /// <summary>Writes a line of text; with an angle in degrees, turned clockwise about its point.</summary>
    public void Text(double x, double y, string text, Anchor anchor, string fill, double size = 13, bool bold = false, double angle = 0)
    {
        string place = anchor.ToString().ToLowerInvariant();
        Append($"""<text x="{x:F1}" y="{y:F1}" text-anchor="{place}" fill="{fill}" font-size="{size}" font-weight="{(bold ? 600 : 400)}" transform="rotate({angle} {x:F1} {y:F1})">{Escaped(text)}</text>""");
    }

    public void Save(string path) => File.WriteAllText(path, _text + "</svg>\n");

    private static string? Escaped(string text) => SecurityElement.Escape(text);

    private void Append(FormattableString line) => _text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
