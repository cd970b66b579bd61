using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Generator.Tests.Harness;

/// <summary>Source text that says where which diagnostics are expected: <c>[Network({|NG0002:0|})]</c>. Marks nest.</summary>
internal static partial class Markup
{
    /// <summary>Runs the project and compares everything that its build would show with the marks.</summary>
    public static GeneratorRun Check(string source, Func<GeneratorHarness, GeneratorHarness>? configure = null)
    {
        var (text, expected) = Parse(source);
        var harness = GeneratorHarness.For(text);
        var run = (configure?.Invoke(harness) ?? harness).Run();
        var actual = run.Diagnostics.Select(diagnostic => (diagnostic.Id, diagnostic.Location.SourceSpan));
        Assert.Equal(Print(expected, text), Print(actual, text));
        return run;
    }

    private static (string Text, List<(string Id, TextSpan Span)> Marks) Parse(string source)
    {
        var text = new StringBuilder();
        var marks = new List<(string Id, TextSpan Span)>();
        var open = new Stack<(string Id, int Start)>();
        var position = 0;
        foreach (Match match in Mark().Matches(source))
        {
            text.Append(source, position, match.Index - position);
            position = match.Index + match.Length;
            if (match.Groups["id"] is { Success: true } id)
            {
                open.Push((id.Value, text.Length));
            }
            else
            {
                var (closed, start) = open.Pop();
                marks.Add((closed, TextSpan.FromBounds(start, text.Length)));
            }
        }

        text.Append(source, position, source.Length - position);
        return (text.ToString(), marks);
    }

    private static string Print(IEnumerable<(string Id, TextSpan Span)> diagnostics, string text) => string.Join("\n", diagnostics
        .OrderBy(diagnostic => diagnostic.Span.Start)
        .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)
        .Select(diagnostic => $"{diagnostic.Id} {diagnostic.Span} {Cut(text, diagnostic.Span)}"));

    /// <summary>The marked text; empty if the span is in another file, such as a generated one.</summary>
    private static string Cut(string text, TextSpan span) => span.End <= text.Length ? text[span.Start..span.End] : "";

    [GeneratedRegex(@"\{\|(?<id>\w+):|\|\}")]
    private static partial Regex Mark();
}
