using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator.Analyzers;
using NetGen.Generator.Emit;
using NetGen.Generator.Model;

namespace NetGen.Generator.Tests.Harness;

/// <summary>A project in memory, on which the generator and the analyzer run as the compiler runs them.</summary>
internal sealed record GeneratorHarness
{
    private const string Usings = "global using System;\nglobal using NetGen;\n";

    private ImmutableArray<string> Sources { get; init; } = [];

    private LanguageVersion Language { get; init; } = LanguageVersion.CSharp12;

    private IReadOnlyList<MetadataReference> References { get; init; } = Framework.Net80;

    private ImmutableDictionary<string, string> Properties { get; init; } = ImmutableDictionary<string, string>.Empty;

    private ImmutableArray<AdditionalText> Texts { get; init; } = [];

    private CSharpCompilationOptions Options { get; init; } = new(OutputKind.DynamicallyLinkedLibrary);

    private Func<NetworkModel, CancellationToken, string>? Compiler { get; init; }

    private GeneratorDriver? Driver { get; init; }

    public static GeneratorHarness For(params string[] sources) => new() { Sources = [.. sources] };

    public GeneratorHarness With(LanguageVersion language) => this with { Language = language };

    public GeneratorHarness With(IReadOnlyList<MetadataReference> references) => this with { References = references };

    public GeneratorHarness With(Func<CSharpCompilationOptions, CSharpCompilationOptions> change) =>
        this with { Options = change(Options) };

    /// <summary>A build property that is visible to the compiler.</summary>
    public GeneratorHarness WithProperty(string name, string value) =>
        this with { Properties = Properties.SetItem($"build_property.{name}", value) };

    /// <summary>A file that the build hands to the compiler beside the sources.</summary>
    public GeneratorHarness With(AdditionalText text) => this with { Texts = [.. Texts.Where(other => other.Path != text.Path), text] };

    /// <summary>Another function in the place of the generator's compiler.</summary>
    public GeneratorHarness WithCompiler(Func<NetworkModel, CancellationToken, string> compiler) =>
        this with { Compiler = compiler };

    /// <summary>The project after an edit, with the caches of the run before.</summary>
    public GeneratorHarness After(GeneratorRun run) => this with { Driver = run.Driver };

    public GeneratorRun Run(CancellationToken cancellationToken = default)
    {
        var compilation = Compile();
        var driver = (Driver ?? CreateDriver())
            .WithUpdatedAnalyzerConfigOptions(new PropertyProvider(Properties))
            .ReplaceAdditionalTexts(Texts)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out _, cancellationToken);
        return new(driver, output, Analyze(output, Texts));
    }

    /// <summary>The project as the generator sees it.</summary>
    public CSharpCompilation Compile()
    {
        var options = new CSharpParseOptions(Language, DocumentationMode.Diagnose);
        IEnumerable<string> sources = Language >= LanguageVersion.CSharp10 ? [Usings, .. Sources] : Sources;
        var trees = sources.Select((source, index) =>
            CSharpSyntaxTree.ParseText(SourceText.From(source, Encoding.UTF8), options, $"File{index}.cs"));
        return CSharpCompilation.Create("Consumer", trees, References, Options);
    }

    private CSharpGeneratorDriver CreateDriver()
    {
        var generator = Compiler is null ? new NetworkGenerator() : new NetworkGenerator((network, cancellationToken) => [new GeneratedFile(string.Empty, Compiler(network, cancellationToken))]);
        return CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator(), new GradientGenerator().AsSourceGenerator()],
            parseOptions: new(Language, DocumentationMode.Diagnose),
            driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
    }

    private static ImmutableArray<Diagnostic> Analyze(Compilation compilation, ImmutableArray<AdditionalText> texts) => compilation
        .WithAnalyzers([new NetworkAnalyzer(), new LabelAnalyzer(), new GradientAnalyzer()], new AnalyzerOptions(texts))
        .GetAnalyzerDiagnosticsAsync(CancellationToken.None)
        .GetAwaiter()
        .GetResult();

    private sealed class PropertyProvider(ImmutableDictionary<string, string> properties) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new GlobalProperties(properties);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class GlobalProperties(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value!);
    }
}
