using System.Collections.Concurrent;
using System.Reflection;
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

    /// <summary>Compiles classes that no other test uses into one assembly, which neither memory nor disk keep.</summary>
    public static Assembly CompileOnce(IReadOnlyList<string> sources, Target target, params IReadOnlyList<AdditionalText> files) =>
        LoadAssembly(Generate(sources, target, files).Image, target);

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
        var (image, text) = Generate([source], target, files);
        CompiledCache.Add(source, target, image, text);
        return Load(image, target, text);
    }

    private static (byte[] Image, string GeneratedSource) Generate(IReadOnlyList<string> sources, Target target, IReadOnlyList<AdditionalText> files)
    {
        var driver = CSharpGeneratorDriver
            .Create([new NetworkGenerator().AsSourceGenerator()], files, ParseOptions(target), new AnalyzersOff())
            .RunGeneratorsAndUpdateCompilation(CreateCompilation(target, sources), out var compilation, out var diagnostics);
        var generated = driver.GetRunResult().GeneratedTrees;
        return (Emit(compilation, string.Join("\n", sources), diagnostics, generated), CompilationReport.Texts(generated));
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
    public static CompiledModel Load(byte[] image, Target target, string generatedSource) =>
        new(LoadAssembly(image, target).GetType(ModelSource.TypeName, throwOnError: true)!, generatedSource, image);

    private static Assembly LoadAssembly(byte[] image, Target target)
    {
        using var stream = new MemoryStream(image);
        return new ModelLoadContext(TargetReferences.Of(target).Runtime).LoadFromStream(stream);
    }
}
