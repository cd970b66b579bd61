using Microsoft.CodeAnalysis;
using NetGen.Generator.Tests.Harness;

namespace NetGen.Generator.Tests;

/// <summary>Where a build leaves the analyzers out, the generator reports what is wrong; otherwise it is silent.</summary>
public sealed class AnalyzersOffTests
{
    private const string Source = "\n  [Network(2)] [Dense(-3)] partial class Digits { }";

    [Theory]
    [InlineData("RunAnalyzers=false")]
    [InlineData("RunAnalyzers=False")]
    [InlineData("RunAnalyzersDuringBuild=false")]
    [InlineData("RunAnalyzers= RunAnalyzersDuringBuild=false")]
    [InlineData("IsImplicitlyTriggeredBuild=true")]
    [InlineData("IsImplicitlyTriggeredBuild=true TreatWarningsAsErrors=true OptimizeImplicitlyTriggeredBuild=true")]
    public void TheGeneratorReports(string properties)
    {
        var run = Run(properties);
        var reported = Assert.Single(run.GeneratorDiagnostics);
        var analyzed = Assert.Single(run.AnalyzerDiagnostics);
        Assert.Equal(analyzed.Id, reported.Id);
        Assert.Equal(analyzed.GetMessage(null), reported.GetMessage(null));
        Assert.Equal(analyzed.Location.SourceSpan, reported.Location.SourceSpan);
        Assert.Equal(analyzed.Location.GetLineSpan(), reported.Location.GetLineSpan());
        Assert.Equal(DiagnosticSeverity.Error, reported.Severity);
    }

    [Theory]
    [InlineData("")]
    [InlineData("RunAnalyzers=true")]
    [InlineData("RunAnalyzers=true RunAnalyzersDuringBuild=false")]
    [InlineData("IsImplicitlyTriggeredBuild=true TreatWarningsAsErrors=true")]
    [InlineData("IsImplicitlyTriggeredBuild=true OptimizeImplicitlyTriggeredBuild=false")]
    public void TheGeneratorIsSilent(string properties) => Assert.Empty(Run(properties).GeneratorDiagnostics);

    private static GeneratorRun Run(string properties) => properties
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(property => property.Split('='))
        .Aggregate(GeneratorHarness.For(Source), (harness, property) => harness.WithProperty(property[0], property[1]))
        .Run();
}
