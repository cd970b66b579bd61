using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Model;
using NetGen.Generator.Tests.Harness;

namespace NetGen.Generator.Tests;

/// <summary>
/// Networks and gradients in drawn surroundings: names that are keywords, of any script or those of generated code, in containers of
/// any kind, beside members that clash. The strictest project has no diagnostic in generated code; where NetGen cannot help, it says
/// so, in the user's own code.
/// </summary>
public sealed class NameFuzzTests
{
    private const int Batch = 25;

    private static readonly string[] Keywords =
    [
        "abstract", "class", "double", "float", "in", "int", "is", "new", "object", "operator", "out", "params", "ref", "stackalloc", "this", "void",
        "add", "alias", "async", "await", "by", "dynamic", "field", "file", "from", "get", "global", "group", "init", "into", "let", "managed",
        "nameof", "nint", "notnull", "on", "or", "orderby", "partial", "record", "remove", "required", "scoped", "select", "set", "unmanaged",
        "value", "var", "when", "where", "with", "yield",
    ];

    private static readonly string[] Words =
    [
        "o", "e", "o_", "d", "i", "x", "dx", "ddx", "dx_", "p", "w", "g", "y", "n", "sum_1", "dsum_1", "exp_1", "value_", "count", "loss", "_", "__", "_1",
        "F", "FGradient", "System", "NetGen", "Math", "Span", "Guard", "Kernel", "Numerics", "Elementary", "T", "Digits", "é", "ß", "变量", "A‿b", "Ⅷ", "ﬁ",
        "\\u0061b", "\\u0064o", "ıi", "İ", "µ",
    ];

    private static readonly string[] Generated =
    [
        .. GeneratedMembers.Of("N", [new DenseModel(-1, 2, "Identity", true)], "SoftmaxCrossEntropy", Model.Precision.Single, training: true, jacobian: true)
            .Select(member => member.Name).Distinct(),
    ];

    [Fact]
    public void GeneratedCodeNeitherFailsNorWarns()
    {
        var random = new Random(20261201);
        for (var left = Sweep.Count(100, 4000); left > 0; left -= Batch)
        {
            var cases = Enumerable.Range(0, Math.Min(left, Batch)).Select(index => Case(random, index)).ToList();
            var run = Run(string.Concat(cases));
            var culprits = Culprits(run).ToList();
            Assert.True(culprits.Count == 0, string.Join("\n", culprits.Take(5)) + "\n" + string.Concat(cases));
        }
    }

    /// <summary>Diagnostics that are not the user's to mend: in generated code, or without a place.</summary>
    private static IEnumerable<Diagnostic> Culprits(GeneratorRun run) => run.Output.GetDiagnostics()
        .Concat(run.AnalyzerDiagnostics)
        .Concat(run.GeneratorDiagnostics)
        .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
        .Where(diagnostic => diagnostic.Id == "NG9999" || !diagnostic.Location.IsInSource || run.Files.Any(file => file.SyntaxTree == diagnostic.Location.SourceTree));

    private static GeneratorRun Run(string source) => GeneratorHarness
        .For("#pragma warning disable\n[assembly: CLSCompliant(true)]\n" + source)
        .With(LanguageVersion.Latest)
        .With(options => options
            .WithNullableContextOptions(NullableContextOptions.Enable)
            .WithOverflowChecks(true)
            .WithWarningLevel(9999)
            .WithGeneralDiagnosticOption(ReportDiagnostic.Error))
        .Run();

    /// <summary>One namespace of its own, so that no case disturbs another.</summary>
    private static string Case(Random random, int index)
    {
        var number = index.ToString(CultureInfo.InvariantCulture);
        var containers = Enumerable.Range(0, random.Next(3)).Select(_ => Container(random)).ToList();
        var type = random.Next(3) == 0 ? Network(random) : Functions(random);
        var text = new StringBuilder($"namespace Case{number}{(random.Next(3) == 0 ? "." + Name(random) : string.Empty)} {{ ");
        foreach (var container in containers)
            text.Append(container).Append(" { ");
        text.Append(type);
        text.Append(' ').Insert(text.Length, "} ", containers.Count + 1);
        return text.Append('\n').ToString();
    }

    private static string Container(Random random) =>
        Pick(random, "public partial class", "static partial class", "partial struct", "partial record", "partial record struct", "partial interface", "ref partial struct")
        + " " + Name(random) + (random.Next(3) == 0 ? $"<{Name(random)}>" : string.Empty);

    private static string Functions(Random random)
    {
        var names = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Name(random)).DistinctBy(Plain).ToList();
        var scalar = Pick(random, "double", "float");
        var parameters = names.Select(name => (Name: name, IsVector: random.Next(4) == 0)).ToList();
        var sum = string.Join(" + ", parameters.Select(parameter => parameter.IsVector ? $"{parameter.Name}[0] * {parameter.Name}[1]" : Term(random, parameter.Name)));
        var method = Name(random);
        var signature = string.Join(", ", parameters.Select(parameter => $"{(parameter.IsVector ? Pick(random, $"{scalar}[]", $"Span<{scalar}>", $"ReadOnlySpan<{scalar}>") : scalar)} {parameter.Name}"));
        var wanted = random.Next(4) == 0 ? $"(\"{Plain(names[0])}\")" : string.Empty;
        return $"{Container(random)} {{ [Gradient{wanted}] {Pick(random, "public ", "internal ", "private ", string.Empty)}static {scalar} {method}({signature}) => {sum}; {Rival(random, Plain(method) + "Gradient", scalar)} {Rival(random, Name(random), scalar)} }}";
    }

    private static string Network(Random random)
    {
        var settings = Pick(random, string.Empty, ", Jacobian = true", ", Loss = Loss.SoftmaxCrossEntropy", ", Precision = Precision.Double", ", Training = false");
        var learnable = Name(random);
        var function = Name(random);
        var layer = random.Next(2) == 0 ? "NetGen.Dense(2)" : $"NetGen.Dense(2, \"{Plain(function)}\")";
        return $"[global::NetGen.Network(2{settings})] [global::{layer}] public partial class {Name(random)} {{ "
            + $"static float {function}(float x, [global::NetGen.Learnable(1)] float {(Plain(learnable) == "x" ? "z" : learnable)}) => x * {(Plain(learnable) == "x" ? "z" : learnable)}; "
            + $"{Rival(random, Pick(random, Generated), "float")} {Rival(random, Name(random), "float")} }}";
    }

    private static string Term(Random random, string name) => string.Format(
        CultureInfo.InvariantCulture,
        Pick(random, "{0} * {0}", "Math.Max({0}, {0})", "({0} switch {{ 3 => 1, _ => {0} }})", "Math.Abs({0})", "{0} * 2 / 3", "({0} >= {0} ? {0} : 0)").Replace("Math", "global::System.Math", StringComparison.Ordinal),
        name).Replace("'", string.Empty, StringComparison.Ordinal);

    /// <summary>A member that may clash.</summary>
    private static string Rival(Random random, string name, string scalar) => random.Next(9) switch
    {
        0 => $"static {scalar} {name};",
        1 => $"static {scalar} {name} => 1;",
        2 => $"class {name} {{ }}",
        3 => $"static void {name}() {{ }}",
        4 => $"static void {name}({scalar} a, out {scalar} b) => b = a;",
        5 => $"static void {name}<T>(T a) {{ }}",
        6 => $"static event Action {name} {{ add {{ }} remove {{ }} }}",
        7 => $"static void get_{Plain(name)}() {{ }}",
        _ => string.Empty,
    };

    private static string Name(Random random) => random.Next(3) switch
    {
        0 => "@" + Pick(random, Keywords),
        1 => Pick(random, Words),
        _ => "a" + random.Next(100).ToString(CultureInfo.InvariantCulture),
    };

    private static string Plain(string name) => name.TrimStart('@')
        .Replace("\\u0061", "a", StringComparison.Ordinal).Replace("\\u0064", "d", StringComparison.Ordinal);

    private static string Pick(Random random, params string[] choices) => choices[random.Next(choices.Length)];
}
