using System.Text;
using Microsoft.CodeAnalysis;

namespace NetGen.Tests.Compiling;

/// <summary>What a failed compilation shows: the diagnostics, the user's source, and the generated source with line numbers.</summary>
internal static class CompilationReport
{
    private const int LongestText = 300;
    private const int LinesAround = 5;
    private const int MostProblems = 20;

    public static string Of(string source, IReadOnlyList<SyntaxTree> generated, IReadOnlyList<Diagnostic> problems)
    {
        var report = new StringBuilder();
        report.AppendLine($"{problems.Count} diagnostics:");
        foreach (var problem in problems.Take(MostProblems))
            report.AppendLine(problem.ToString());
        report.AppendLine().AppendLine(source);
        foreach (var tree in generated)
        {
            report.AppendLine(tree.FilePath);
            AppendNumbered(report, tree, problems);
        }

        return report.ToString();
    }

    public static string Texts(IEnumerable<SyntaxTree> generated) =>
        string.Join("\n", generated.Select(tree => tree.GetText().ToString()));

    /// <summary>A short text whole; of a long one, the lines around the problems.</summary>
    private static void AppendNumbered(StringBuilder report, SyntaxTree tree, IReadOnlyList<Diagnostic> problems)
    {
        var lines = tree.GetText().Lines;
        int[] wrong =
        [
            .. problems.Where(problem => problem.Location.SourceTree?.FilePath == tree.FilePath)
                .Take(MostProblems)
                .Select(problem => problem.Location.GetLineSpan().StartLinePosition.Line),
        ];
        for (var line = 0; line < lines.Count; line++)
        {
            if (lines.Count <= LongestText || wrong.Any(problem => Math.Abs(problem - line) <= LinesAround))
                report.AppendLine($"{line + 1,6}  {lines[line]}");
        }
    }
}
