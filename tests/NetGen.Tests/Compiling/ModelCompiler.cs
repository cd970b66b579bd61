using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator;
using NetGen.Generator.Model;

namespace NetGen.Tests.Compiling;

/// <summary>Compiles a model as a user's project would: C# with attributes, through the generator, optimised, loaded.</summary>
internal static class ModelCompiler
{
    private static readonly ConcurrentDictionary<(string Source, Target Target), Lazy<CompiledModel>> Cache = new();

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        nullableContextOptions: NullableContextOptions.Enable);

    /// <summary>Compiles a model, once.</summary>
    /// <exception cref="Xunit.Sdk.FailException">The generator or the compiler reports an error or a warning.</exception>
    public static CompiledModel Compile(NetworkModel model, Target target = Target.Net) =>
        Cache.GetOrAdd((ModelSource.Of(model), target), key => new(() => Generate(key.Source, key.Target))).Value;

    /// <summary>Compiles a model with a generated part that the generator has not written like this.</summary>
    public static CompiledModel CompileWith(string generatedSource, NetworkModel model)
    {
        var source = ModelSource.Of(model);
        return Load(CreateCompilation(Target.Net, source, generatedSource), Target.Net, source, []);
    }

    private static CompiledModel Generate(string source, Target target)
    {
        var driver = CSharpGeneratorDriver
            .Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: ParseOptions(target), optionsProvider: new AnalyzersOff())
            .RunGeneratorsAndUpdateCompilation(CreateCompilation(target, source), out var compilation, out var diagnostics);
        return Load(compilation, target, source, diagnostics, driver.GetRunResult().GeneratedTrees);
    }

    private static CSharpCompilation CreateCompilation(Target target, params IEnumerable<string> sources) => CSharpCompilation.Create(
        "Compiled",
        sources.Select(source => CSharpSyntaxTree.ParseText(source, ParseOptions(target))),
        TargetReferences.Of(target).Compilation,
        Options);

    private static CSharpParseOptions ParseOptions(Target target) =>
        new(target == Target.Net ? LanguageVersion.Latest : LanguageVersion.CSharp9);

    private static CompiledModel Load(
        Compilation compilation,
        Target target,
        string source,
        IEnumerable<Diagnostic> generatorDiagnostics,
        params IReadOnlyList<SyntaxTree> generated)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Diagnostic[] problems =
            [.. generatorDiagnostics.Concat(emitted.Diagnostics).Where(problem => problem.Severity >= DiagnosticSeverity.Warning)];
        if (problems.Length > 0 || !emitted.Success)
            Assert.Fail(CompilationReport.Of(source, generated, problems));

        image.Position = 0;
        var assembly = new ModelLoadContext(TargetReferences.Of(target).Runtime).LoadFromStream(image);
        return new(assembly.GetType(ModelSource.TypeName, throwOnError: true)!, CompilationReport.Texts(generated));
    }
}
