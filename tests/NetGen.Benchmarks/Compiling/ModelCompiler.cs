using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Benchmarks.Networks;
using NetGen.Generator;
using NetGen.Tests.Compiling;

namespace NetGen.Benchmarks.Compiling;

/// <summary>Compiles a network as a user's project would, for a target, and loads it into this process.</summary>
internal static class ModelCompiler
{
    public static CSharpCompilationOptions Options { get; } = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        nullableContextOptions: NullableContextOptions.Enable);

    /// <exception cref="InvalidOperationException">The generator or the compiler reports an error; the message is theirs.</exception>
    public static Assembly Compile(NetworkShape shape, Precision precision, Unrolling unrolling, Arithmetic arithmetic, Target target) =>
        Compile(shape, ModelSource.Of(shape, precision, unrolling, arithmetic), target);

    /// <summary>Compiles a network that is frozen with the parameters of a file.</summary>
    /// <exception cref="InvalidOperationException">The generator or the compiler reports an error; the message is theirs.</exception>
    public static Assembly CompileFrozen(NetworkShape shape, byte[] file)
    {
        const string name = "weights.safetensors";
        return Compile(shape, ModelSource.Frozen(shape, name), Target.Net, new WeightText(name, file));
    }

    private static Assembly Compile(NetworkShape shape, string text, Target target, params AdditionalText[] files)
    {
        var parse = new CSharpParseOptions(target == Target.Net ? LanguageVersion.Latest : LanguageVersion.CSharp9);
        var references = TargetReferences.Of(target);
        var source = CSharpSyntaxTree.ParseText(text, parse);
        CSharpGeneratorDriver
            .Create([new NetworkGenerator().AsSourceGenerator()], files, parse, new AnalyzersOff())
            .RunGeneratorsAndUpdateCompilation(
                CSharpCompilation.Create($"Network{shape.Name}", [source], references.Compilation, Options),
                out var compilation,
                out var diagnostics);

        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        if (diagnostics.Concat(emitted.Diagnostics).FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
            throw new InvalidOperationException($"{shape} for {target}: {error}");
        image.Position = 0;
        return new ModelLoadContext(references.Runtime).LoadFromStream(image);
    }
}
