using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Tests.Harness;

/// <summary>What one run of the compiler gave.</summary>
/// <param name="Driver">The generator with its caches.</param>
/// <param name="Output">The consumer's project with the generated files.</param>
/// <param name="AnalyzerDiagnostics">What the analyzer reported.</param>
internal sealed record GeneratorRun(GeneratorDriver Driver, Compilation Output, ImmutableArray<Diagnostic> AnalyzerDiagnostics)
{
    private GeneratorRunResult Generator => Driver.GetRunResult().Results.Single(result => result.Generator.GetGeneratorType() == typeof(NetworkGenerator));

    private GeneratorRunResult GradientGenerator => Driver.GetRunResult().Results.Single(result => result.Generator.GetGeneratorType() == typeof(GradientGenerator));

    public ImmutableArray<Diagnostic> GeneratorDiagnostics => Driver.GetRunResult().Diagnostics;

    public IReadOnlyList<GeneratedSourceResult> Files => [.. Generator.GeneratedSources, .. GradientGenerator.GeneratedSources];

    /// <summary>The text of the only network's generated file, without those of narrower vectors.</summary>
    public string Text => Files.Single(file => !file.HintName.EndsWith("256.g.cs", StringComparison.Ordinal)
        && !file.HintName.EndsWith("128.g.cs", StringComparison.Ordinal)).SourceText.ToString();

    /// <summary>What keeps the project from building: all errors, and warnings too where they are about generated code.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics =>
        [.. Output.GetDiagnostics().Concat(AnalyzerDiagnostics).Concat(GeneratorDiagnostics).Where(IsBad)];

    /// <summary>What a named step did with each of its values.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Reasons(string step) =>
        [.. Reasons(Generator.TrackedSteps, step), .. Reasons(GradientGenerator.TrackedSteps, step)];

    /// <summary>What the last step, which adds the files, did.</summary>
    public IReadOnlyList<IncrementalStepRunReason> OutputReasons =>
        [.. new[] { Generator, GradientGenerator }.SelectMany(generator =>
            generator.TrackedOutputSteps.Keys.SelectMany(step => Reasons(generator.TrackedOutputSteps, step)))];

    /// <summary>What the generator's cache holds of each network.</summary>
    public IReadOnlyList<NetworkResult> Results =>
        [.. Generator.TrackedSteps[TrackingNames.Network].SelectMany(run => run.Outputs).Select(output => (NetworkResult)output.Value)];

    /// <summary>What the generator's cache holds of the only network.</summary>
    public NetworkResult Result => Results.Single();

    private bool IsBad(Diagnostic diagnostic) => diagnostic.Severity switch
    {
        DiagnosticSeverity.Error => true,
        DiagnosticSeverity.Warning => diagnostic.Location == Location.None || IsGenerated(diagnostic.Location.SourceTree),
        _ => false,
    };

    private bool IsGenerated(SyntaxTree? tree) => Files.Any(file => file.SyntaxTree == tree);

    private static IReadOnlyList<IncrementalStepRunReason> Reasons(
        ImmutableDictionary<string, ImmutableArray<IncrementalGeneratorRunStep>> steps, string step) =>
        steps.TryGetValue(step, out var runs) ? [.. runs.SelectMany(run => run.Outputs).Select(output => output.Reason)] : [];
}
