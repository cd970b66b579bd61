using System.Collections.Concurrent;
using System.Security.Cryptography;
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

    // A quarter of a compilation's time. The generator's CompileMatrixTests see that no network's code warns of null.
    private static readonly KeyValuePair<string, string>[] Features = [new("run-nullable-analysis", "never")];

    /// <summary>Compiles a model, once.</summary>
    /// <exception cref="Xunit.Sdk.FailException">The generator or the compiler reports an error or a warning.</exception>
    public static CompiledModel Compile(NetworkModel model, Target target = Target.Net) =>
        Cache.GetOrAdd((ModelSource.Of(model), target), key => new(() => Generate(key.Source, key.Target))).Value;

    /// <summary>Compiles a model that is frozen with the parameters of a file.</summary>
    public static CompiledModel CompileFrozen(NetworkModel model, byte[] file, Target target)
    {
        const string name = "weights.safetensors";

        // The file is part of what is compiled, and of its place in the caches.
        var source = $"{ModelSource.Of(model with { WeightsFile = name })}// {Convert.ToHexString(SHA256.HashData(file))}\n";
        return Cache.GetOrAdd((source, target), key => new(() => Generate(key.Source, key.Target, new WeightText(name, file)))).Value;
    }

    /// <summary>Compiles a model with a generated part that the generator has not written like this.</summary>
    public static CompiledModel CompileWith(string generatedSource, NetworkModel model)
    {
        var source = ModelSource.Of(model);
        return Load(Emit(CreateCompilation(Target.Net, source, generatedSource), source, []), Target.Net, generatedSource);
    }

    private static CompiledModel Generate(string source, Target target, params AdditionalText[] files)
    {
        if (CompiledCache.Find(source, target) is { } known)
            return Load(known.Image, target, known.GeneratedSource);
        var driver = CSharpGeneratorDriver
            .Create([new NetworkGenerator().AsSourceGenerator()], files, ParseOptions(target), new AnalyzersOff())
            .RunGeneratorsAndUpdateCompilation(CreateCompilation(target, source), out var compilation, out var diagnostics);
        var generated = driver.GetRunResult().GeneratedTrees;
        var image = Emit(compilation, source, diagnostics, generated);
        CompiledCache.Add(source, target, image, CompilationReport.Texts(generated));
        return Load(image, target, CompilationReport.Texts(generated));
    }

    private static CSharpCompilation CreateCompilation(Target target, params IEnumerable<string> sources) => CSharpCompilation.Create(
        "Compiled",
        sources.Select(source => CSharpSyntaxTree.ParseText(source, ParseOptions(target))),
        TargetReferences.Of(target).Compilation,
        Options);

    private static CSharpParseOptions ParseOptions(Target target) =>
        new CSharpParseOptions(target == Target.Net ? LanguageVersion.Latest : LanguageVersion.CSharp9).WithFeatures(Features);

    private static byte[] Emit(
        Compilation compilation,
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
        return image.ToArray();
    }

    /// <summary>Loads a compiled model with a target's NetGen.dll.</summary>
    public static CompiledModel Load(byte[] image, Target target, string generatedSource)
    {
        using var stream = new MemoryStream(image);
        var assembly = new ModelLoadContext(TargetReferences.Of(target).Runtime).LoadFromStream(stream);
        return new(assembly.GetType(ModelSource.TypeName, throwOnError: true)!, generatedSource, image);
    }
}
