using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using NetGen.Benchmarks.Networks;
using NetGen.Generator;
using NetGen.Tests.Compiling;

namespace NetGen.Benchmarks.Compiling;

/// <summary>One build of a project that holds a network and nothing else, in milliseconds.</summary>
/// <param name="Files">Files of the generator.</param>
/// <param name="Lines">Lines of the longest of them.</param>
/// <param name="Generator">The generator, and parsing what it wrote.</param>
/// <param name="Compiler">Binding, machine-independent code and debug information of all files.</param>
internal sealed record BuildTime(int Files, int Lines, double Generator, double Compiler)
{
    public double Total => Generator + Compiler;

    /// <summary>Builds for .NET, in Release, as the compiler's own program does it.</summary>
    /// <exception cref="InvalidOperationException">The compiler reports an error; the message is its own.</exception>
    public static BuildTime Measure(NetworkShape shape, Unrolling unrolling)
    {
        var parse = new CSharpParseOptions(LanguageVersion.Latest);
        var source = CSharpSyntaxTree.ParseText(ModelSource.Class(shape, Precision.Single, unrolling, Arithmetic.Fused), parse);
        var project = CSharpCompilation.Create("Build", [source], TargetReferences.Of(Target.Net).Compilation, ModelCompiler.Options);

        var start = Stopwatch.GetTimestamp();
        CSharpGeneratorDriver
            .Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: parse)
            .RunGeneratorsAndUpdateCompilation(project, out var compilation, out _);
        var files = compilation.SyntaxTrees.Where(tree => tree != source).Select(tree => tree.GetText()).ToList();
        var generator = Stopwatch.GetElapsedTime(start).TotalMilliseconds;

        start = Stopwatch.GetTimestamp();
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = compilation.Emit(image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        var compiler = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return emitted.Success
            ? new(files.Count, files.Max(text => text.Lines.Count - 1), generator, compiler)
            : throw new InvalidOperationException($"{shape}: {emitted.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)}");
    }
}
