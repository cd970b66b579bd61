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

    public static CompiledModel Compile(NetworkModel model, Target target = Target.Net) =>
        Compile(ModelSource.Of(model), ModelSource.TypeName, target);

    /// <summary>Compiles source text, once.</summary>
    /// <exception cref="Xunit.Sdk.FailException">The generator or the compiler reports an error or a warning.</exception>
    public static CompiledModel Compile(string source, string typeName, Target target = Target.Net) =>
        Cache.GetOrAdd((source, target), _ => new(() => Build(source, typeName, target))).Value;

    private static CompiledModel Build(string source, string typeName, Target target)
    {
        var references = TargetReferences.Of(target);
        var parse = new CSharpParseOptions(target == Target.Net ? LanguageVersion.Latest : LanguageVersion.CSharp9);
        var user = CSharpCompilation.Create(
            "Compiled", [CSharpSyntaxTree.ParseText(source, parse)], references.Compilation, Options);

        var driver = CSharpGeneratorDriver
            .Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: parse, optionsProvider: new AnalyzersOff())
            .RunGeneratorsAndUpdateCompilation(user, out var compilation, out var generatorDiagnostics);
        var generated = driver.GetRunResult().GeneratedTrees;

        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Diagnostic[] problems =
            [.. generatorDiagnostics.Concat(emitted.Diagnostics).Where(problem => problem.Severity >= DiagnosticSeverity.Warning)];
        if (problems.Length > 0 || !emitted.Success)
            Assert.Fail(CompilationReport.Of(source, generated, problems));

        image.Position = 0;
        var context = new ModelLoadContext(references.Runtime);
        return new(context.LoadFromStream(image).GetType(typeName, throwOnError: true)!, CompilationReport.Texts(generated));
    }
}
