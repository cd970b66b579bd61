using System.Globalization;
using System.Security;
using System.Text;

namespace NetGen.Benchmarks.Reports;

/// <summary>
/// An SVG picture of lines, marks and texts, written element by element. It brings its own background, and turns dark with the
/// reader's theme.
/// </summary>
internal sealed class SvgDocument(double width, double height)
{
    // Series differ by shape too; the colours are those of Okabe and Ito, which most colour-blind readers tell apart.
    private const string Style = """
        .back { fill: #ffffff } .text { fill: #1f2328 } .quiet { fill: #59636e } .grid { stroke: #d1d9e0 } .axis { stroke: #59636e }
        .s0 { fill: #d55e00; stroke: #d55e00 } .s1 { fill: #0072b2; stroke: #0072b2 } .s2 { fill: #009e73; stroke: #009e73 } .s3 { fill: #aa4499; stroke: #aa4499 }
        polyline { fill: none !important; stroke-width: 2 }
        text { font: 12px system-ui, sans-serif } .title { font-size: 15px; font-weight: 600 }
        @media (prefers-color-scheme: dark) {
        .back { fill: #0d1117 } .text { fill: #f0f6fc } .quiet { fill: #9198a1 } .grid { stroke: #3d444d } .axis { stroke: #9198a1 }
        .s0 { fill: #f0883e; stroke: #f0883e } .s1 { fill: #58a6ff; stroke: #58a6ff } .s2 { fill: #3fb950; stroke: #3fb950 } .s3 { fill: #d2a8ff; stroke: #d2a8ff }
        }
        """;

    private readonly StringBuilder _elements = new();

    /// <param name="x">Where the text stands, as <paramref name="anchor"/> says.</param>
    /// <param name="y">The base line.</param>
    /// <param name="text">Any text.</param>
    /// <param name="kind">A class of the style.</param>
    /// <param name="anchor">start, middle or end.</param>
    public void Text(double x, double y, string text, string kind = "text", string anchor = "start") =>
        Element($"""<text x="{x:F1}" y="{y:F1}" class="{kind}" text-anchor="{anchor}">{SecurityElement.Escape(text)}</text>""");

    public void Line(double x1, double y1, double x2, double y2, string kind) =>
        Element($"""<line x1="{x1:F1}" y1="{y1:F1}" x2="{x2:F1}" y2="{y2:F1}" class="{kind}"/>""");

    public void Polyline(IEnumerable<(double X, double Y)> points, int series)
    {
        string list = string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:F1},{point.Y:F1}")));
        Element($"""<polyline points="{list}" class="s{series}"/>""");
    }

    /// <summary>A series' mark: circle, square, diamond or triangle.</summary>
    public void Mark(double x, double y, int series) => Element(series switch
    {
        0 => $"""<circle cx="{x:F1}" cy="{y:F1}" r="4.5" class="s0"/>""",
        1 => $"""<rect x="{x - 4:F1}" y="{y - 4:F1}" width="8" height="8" class="s1"/>""",
        2 => $"""<path d="M{x:F1} {y - 5.5:F1}l5.5 5.5l-5.5 5.5l-5.5 -5.5z" class="s2"/>""",
        _ => $"""<path d="M{x:F1} {y - 5:F1}l5 9h-10z" class="s3"/>""",
    });

    /// <summary>The series' names beside their marks, in one line.</summary>
    public void Legend(double x, double y, IEnumerable<string> names)
    {
        foreach (var (series, name) in names.Index())
        {
            Mark(x, y - 4, series);
            Text(x + 10, y, name);
            x += 40 + 6.5 * name.Length;
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:F0} {height:F0}" width="{width:F0}" height="{height:F0}">
        <style>
        {Style}
        </style>
        <rect class="back" width="{width:F0}" height="{height:F0}" rx="6"/>
        {_elements}</svg>

        """);

    private void Element(FormattableString element) => _elements.Append(element.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
