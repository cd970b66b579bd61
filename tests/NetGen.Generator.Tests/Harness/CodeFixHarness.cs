using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests.Harness;

/// <summary>A project as an editor holds it, in which a user applies a code fix wherever it is offered.</summary>
internal static class CodeFixHarness
{
    private const string Usings = "global using System;\nglobal using NetGen;\n";

    /// <summary>Applies a fix until it is offered no more.</summary>
    /// <returns>The files, and the titles that were shown.</returns>
    public static async Task<(IReadOnlyList<string> Files, IReadOnlyList<string> Titles)> ApplyAsync(
        CodeFixProvider fix, params string[] sources)
    {
        using var workspace = new AdhocWorkspace();
        var project = workspace
            .AddProject("Consumer", LanguageNames.CSharp)
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .WithParseOptions(new CSharpParseOptions(LanguageVersion.CSharp12))
            .WithMetadataReferences(Framework.Net80)
            .AddAnalyzerReference(new NetGenReference());
        project = project.AddDocument("Usings.cs", Usings).Project;
        for (var index = 0; index < sources.Length; index++)
            project = project.AddDocument($"File{index}.cs", sources[index]).Project;

        var titles = new List<string>();
        while (await OfferAsync(project, fix) is { } action)
        {
            titles.Add(action.Title);
            var operations = await action.GetOperationsAsync(CancellationToken.None);
            project = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetProject(project.Id)!;
        }

        var texts = await Task.WhenAll(project.Documents.Where(file => file.Name != "Usings.cs").Select(file => file.GetTextAsync()));
        return ([.. texts.Select(text => text.ToString())], titles);
    }

    /// <summary>The first action that is offered for any diagnostic; null if there is none.</summary>
    private static async Task<CodeAction?> OfferAsync(Project project, CodeFixProvider fix)
    {
        CodeAction? offered = null;
        foreach (var diagnostic in await DiagnoseAsync(project))
        {
            if (offered is not null || !fix.FixableDiagnosticIds.Contains(diagnostic.Id))
                continue;
            var document = project.GetDocument(diagnostic.Location.SourceTree)!;
            await fix.RegisterCodeFixesAsync(new(document, diagnostic, (action, _) => offered ??= action, CancellationToken.None));
        }

        return offered;
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnoseAsync(Project project)
    {
        var compilation = await project.GetCompilationAsync();
        var analyzers = project.AnalyzerReferences.SelectMany(reference => reference.GetAnalyzers(LanguageNames.CSharp));
        return await compilation!.WithAnalyzers([.. analyzers]).GetAllDiagnosticsAsync(CancellationToken.None);
    }

    /// <summary>The package's analyzers and its generator.</summary>
    private sealed class NetGenReference : AnalyzerReference
    {
        // An editor knows a generator by its instance.
        private readonly ImmutableArray<ISourceGenerator> _generators = [new NetworkGenerator().AsSourceGenerator()];
        private readonly ImmutableArray<DiagnosticAnalyzer> _analyzers = [new NetworkAnalyzer(), new LabelAnalyzer()];

        public override string? FullPath => null;

        public override object Id => nameof(NetGenReference);

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => _analyzers;

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => _analyzers;

        public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;

        public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => _generators;
    }
}
