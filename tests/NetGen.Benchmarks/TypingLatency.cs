using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator;

namespace NetGen.Benchmarks;

/// <summary>
/// Types into a project of 20 networks and measures how long the generator runs after each keystroke, by the compiler's
/// own clock: what an editor waits for before it knows the generated members.
/// </summary>
internal static class TypingLatency
{
    private const int Networks = 20;
    private const int Keystrokes = 50;

    public static void Measure(TextWriter output)
    {
        var parse = new CSharpParseOptions(LanguageVersion.Latest);
        var models = Enumerable.Range(0, Networks).Select(number => Tree(Model(number, 32), $"Model{number}.cs", parse));
        var compilation = CSharpCompilation.Create(
            "Typing",
            [Tree("class Unrelated { void M() { } }", "Unrelated.cs", parse), .. models],
            References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new NetworkGenerator().AsSourceGenerator()], parseOptions: parse, driverOptions: new(default, trackIncrementalGeneratorSteps: false));

        var first = Run(ref driver, compilation);
        var other = Type("Unrelated.cs", stroke => $"class Unrelated {{ void M() {{ {new string(';', stroke)} }} }}");
        var own = Type("Model0.cs", stroke => Model(0, 32) + new string('/', 2) + new string('x', stroke));
        var changed = Type("Model0.cs", stroke => Model(0, 33 + stroke));

        output.WriteLine($"{Networks} networks of 64-32-10, {Keystrokes} keystrokes each; median and slowest, in milliseconds");
        output.WriteLine($"  all networks at first, nothing compiled before  {first,8:F1}");
        Print("a keystroke in another file", other);
        Print("a comment below a network", own);
        Print("a layer's size", changed);

        List<double> Type(string path, Func<int, string> text)
        {
            var times = new List<double>();
            var file = compilation.SyntaxTrees.First(tree => tree.FilePath == path);
            for (var stroke = 0; stroke < Keystrokes; stroke++)
            {
                var edited = file.WithChangedText(SourceText.From(text(stroke)));
                compilation = compilation.ReplaceSyntaxTree(file, edited);
                file = edited;
                times.Add(Run(ref driver, compilation));
            }

            return times;
        }

        void Print(string what, List<double> times)
        {
            times.Sort();
            output.WriteLine($"  {what,-46}  {times[times.Count / 2],8:F2}  {times[^1],8:F2}");
        }
    }

    private static double Run(ref GeneratorDriver driver, Compilation compilation)
    {
        var start = Stopwatch.GetTimestamp();
        driver = driver.RunGenerators(compilation);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static string Model(int number, int units) => $$"""
        using NetGen;

        [Network(64, Loss = Loss.SoftmaxCrossEntropy)]
        [Dense({{units}}, Activation.Relu)]
        [Dense(10)]
        public sealed partial class Model{{number}} { }

        """;

    private static SyntaxTree Tree(string text, string path, CSharpParseOptions options) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text), options, path);

    private static IEnumerable<MetadataReference> References() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System", StringComparison.Ordinal) || name is "NetGen.dll" or "netstandard.dll"))
        .Select(path => MetadataReference.CreateFromFile(path));
}
