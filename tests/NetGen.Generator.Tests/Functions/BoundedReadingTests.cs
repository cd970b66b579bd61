using Microsoft.CodeAnalysis;
using NetGen.Generator.Tests.Harness;

namespace NetGen.Generator.Tests.Functions;

/// <summary>
/// Functions that grow without end are read, or are an error where they grow too large: on the stack of a thread of the compiler's, and
/// soon enough for an editor.
/// </summary>
public sealed class BoundedReadingTests
{
    // What a thread has on Windows, for the compiler and for us.
    private const int Stack = 1 << 20;

    // Far above what each takes, even on a busy machine; unbounded, the cases below take minutes, or for ever.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public static TheoryData<string, string> Functions => new()
    {
        { "a sum of one operand", $"return {Repeat("x", 7000, " + ")};" },
        { "a difference", $"return {Repeat("x", 7000, " - y * ")};" },
        { "nothing but comparisons", $"return {Repeat("x > y", 200, " && ")} ? x : y;" },
        { "decisions on one quantity", $"return {Each(40, i => $"x < {i} ? {i} * y : ")} y;" },
        { "else if", $"{Each(40, i => $"if (x < {i}) return {i} * y; else ")} return y;" },
        { "known decisions", $"const int n = 5000; {Each(1500, i => $"if (n < {i}) return {i} * y; ")} return y;" },
        { "arms", $"return x switch {{ {Each(40, i => $"< {i} => {i} * y, ")} _ => y }};" },
        { "parentheses", $"return {Repeat("(x + ", 200, "")}y{Repeat(")", 200, "")};" },
        { "calls in calls", $"return {Repeat("Math.Sin(", 100, "")}x{Repeat(")", 100, "")};" },
        { "blocks", $"{Repeat("{", 200, "")} return x * y; {Repeat("}", 200, "")}" },
        { "Horner's scheme", "var s = 0.0; for (var i = 0; i < 64; i++) s = s * x + 1.0 / (i + 1); return s;" },
        { "turns that leave little", "var s = 0.0; for (var i = 0; i < 256; i++) s += x * i; return s;" },
    };

    public static TheoryData<string, string> Errors => new()
    {
        { "terms that differ", $"return {string.Join(" + ", Enumerable.Range(0, 3000).Select(i => $"Math.Sin(x * {i}.5)"))};" },
        { "Horner's scheme", "var s = 0.0; for (var i = 0; i < 256; i++) s = {|NG0028:s * x|} + 1.0 / (i + 1); return s;" },
        { "a power", $"return {{|NG0028:{Repeat("x", 65, " * ")}|}}{Repeat(" * x", 7000, "")};" },
        { "comparisons", $"return {{|NG0028:{Repeat("x > y", 257, " && ")}|}}{Repeat(" && x > y", 7000, "")} ? x : y;" },
        { "decisions", $"return {{|NG0028:{Each(900, i => $"x < {i} ? {i} * y : ")} y|}};" },
        { "else if", $"{Each(300, i => $"if (x < {i}) return {i} * y; else ")} return y;" },
        { "else if that assigns", $"var r = 0.0; {{|NG0028:{Each(300, i => $"if (x < {i}) r = {i} * y; else ")} r = y;|}} return r;" },
        { "arms", $"return {{|NG0028:x switch {{ {Each(900, i => $"< {i} => {i} * y, ")} _ => y }}|}};" },
        { "loops in loops", "var s = 0.0; {|NG0028:for (var i = 0; i < 250; i++) for (var j = 0; j < 250; j++) for (var k = 0; k < 250; k++) s += x;|} return s * y;" },
        { "loops in a call", "return {|NG0028:Nested(x)|} * y;" },
        { "calls that double", "return {|NG0028:A(x)|} * y;" },
        { "conditions that double", "var c = x > 0; for (var i = 0; i < 60; i++) c = {|NG0028:c ? y > i : c|}; return c ? x : y;" },
        { "branches that double", $"{Each(30, i => $"if (x > {i}) {{ if (y > {i}) return {i}; }} ")} return x * y;" },
        { "maxima", "var m = x; for (var i = 1; i < 200; i++) m = {|NG0028:Math.Max(m, y * i)|}; return m;" },
        { "either and both", $"return {{|NG0028:{Repeat("(x > 0 || y > 1)", 20, " && ")} ? x : y|}};" },
        { "patterns", $"return x is 1{Each(299, i => $" or {i + 2}")} ? x : y;" },
    };

    [Theory]
    [MemberData(nameof(Functions))]
    public void ALongFunctionIsRead(string name, string body) => OnASmallStack(name, () => Markup.Check(Gradient(body)));

    [Theory]
    [MemberData(nameof(Errors))]
    public void AFunctionWithoutEndIsAnError(string name, string body) => OnASmallStack(name, () =>
    {
        if (body.Contains("{|", StringComparison.Ordinal))
        {
            Markup.Check(Gradient(body));
            return;
        }

        Assert.Equal(["NG0028"], GeneratorHarness.For(Gradient(body)).Run().Diagnostics.Select(diagnostic => diagnostic.Id));
    });

    [Theory]
    [MemberData(nameof(Functions))]
    public void ALongActivationIsRead(string name, string body) => OnASmallStack(name, () =>
        Assert.DoesNotContain(GeneratorHarness.For(Activation(body)).Run().Diagnostics, diagnostic => diagnostic.Id != "NG0028"));

    [Fact]
    public void AMessageNamesTheLimit()
    {
        var run = Markup.Check(Gradient("var s = 0.0; {|NG0028:for (var i = 0; i < 250; i++) for (var j = 0; j < 250; j++) s += i * j;|} return s * x * y;"));
        Assert.Contains(
            "takes more than 50,000 steps to read, with every turn of its loops and every call; shorten its loops, or divide the function",
            Assert.Single(run.AnalyzerDiagnostics).GetMessage(System.Globalization.CultureInfo.InvariantCulture),
            StringComparison.Ordinal);
    }

    [Fact]
    public void ReadingStopsWhenItIsCancelled()
    {
        var project = GeneratorHarness.For(Gradient("var s = 0.0; for (var i = 0; i < 99; i++) for (var j = 0; j < 99; j++) s += i * j; return s * x * y;")).Compile();
        var method = project.GetTypeByMetadataName("Functions")!.GetMembers("G").OfType<IMethodSymbol>().First(overload => overload.Parameters.Length == 2);
        Assert.Throws<OperationCanceledException>(() =>
            Parsing.GradientParser.Parse(method, method.GetAttributes()[0], project, new CancellationToken(canceled: true)));
    }

    private static string Gradient(string body) => $$"""
        static partial class Functions
        {
            [Gradient] public static double G(double x, double y) { {{body}} }

            {{Helpers}}
        }
        """;

    private static string Activation(string body) => $$"""
        [Network(2, Training = false)] [Dense(1, nameof(Own))] partial class Net
        {
            static double Own(double x) { var y = 2 * x; {{body}} }

            {{Helpers}}
        }
        """;

    private static string Helpers =>
        "static double Nested(double x) { for (var i = 0; i < 250; i++) for (var j = 0; j < 250; j++) x += i; return x; } "
        + string.Concat(Enumerable.Range(0, 25).Select(level => $"static double {(char)('A' + level)}(double x) => {(char)('B' + level)}(x) + {(char)('B' + level)}(-x); "))
        + "static double Z(double x) => x;";

    private static string Repeat(string text, int count, string separator) => string.Join(separator, Enumerable.Repeat(text, count));

    private static string Each(int count, Func<int, string> text) => string.Concat(Enumerable.Range(0, count).Select(text));

    private static void OnASmallStack(string name, Action check)
    {
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    check();
                }
                catch (Exception exception)
                {
                    failure = exception;
                }
            },
            Stack)
        { IsBackground = true };
        thread.Start();
        Assert.True(thread.Join(Limit), $"{name} takes more than {Limit}");
        if (failure is not null)
            throw new InvalidOperationException(name, failure);
    }
}
