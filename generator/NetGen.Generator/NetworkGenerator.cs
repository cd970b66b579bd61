using System.Collections.Generic;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Emit;
using NetGen.Generator.Model;
using NetGen.Generator.Parsing;
using NetGen.Generator.Weights;

namespace NetGen.Generator;

/// <summary>Completes every class with [Network]: wires the parser to the compiler, and caches between them.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    private readonly Func<NetworkModel, CancellationToken, IReadOnlyList<GeneratedFile>> _compile;

    public NetworkGenerator()
        : this(NetworkCompiler.Compile)
    {
    }

    internal NetworkGenerator(Func<NetworkModel, CancellationToken, IReadOnlyList<GeneratedFile>> compile) => _compile = compile;

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var reports = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => AnalyzerSwitch.IsOff(options.GlobalOptions))
            .WithTrackingName(TrackingNames.Reports);

        var networks = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                NetGenNames.NetworkMetadataName,
                static (node, _) => node is TypeDeclarationSyntax,
                static (target, cancellationToken) => Parse(target, cancellationToken))
            .WithTrackingName(TrackingNames.Parse)
            .Where(static result => result is not null)
            .Combine(reports)
            .Select(static (pair, _) => pair.Right ? pair.Left! : pair.Left!.WithoutDiagnostics())
            .WithTrackingName(TrackingNames.Network);

        var weights = context.AdditionalTextsProvider
            .Select(static (text, cancellationToken) => WeightFile.Read(text, cancellationToken))
            .Where(static file => file is not null)
            .Select(static (file, _) => file!)
            .WithTrackingName(TrackingNames.Weights)
            .Collect();

        context.RegisterSourceOutput(
            networks.Combine(weights).Select(static (pair, _) => pair.Left.Bind(pair.Right)).WithTrackingName(TrackingNames.Bound), Produce);
    }

    private static NetworkResult? Parse(GeneratorAttributeSyntaxContext target, CancellationToken cancellationToken)
    {
        var type = (INamedTypeSymbol)target.TargetSymbol;
        var network = type.GetAttributes().First(NetGenNames.IsNetwork);

        // A second [Network] on another part is the compiler's CS0579; the first one counts.
        if (network.ApplicationSyntaxReference!.GetSyntax(cancellationToken).Parent!.Parent != target.TargetNode)
            return null;

        try
        {
            return NetworkResult.Of(NetworkParser.Parse(type, network, target.SemanticModel.Compilation, cancellationToken));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return NetworkResult.Failed(type.Name, exception);
        }
    }

    private void Produce(SourceProductionContext context, NetworkResult result)
    {
        foreach (var diagnostic in result.Diagnostics)
            context.ReportDiagnostic(diagnostic.ToDiagnostic());
        if (result.Failure is { } failure)
            context.ReportDiagnostic(failure.ToDiagnostic());
        if (result.Model is { } model)
            Produce(context, model);
        if (result.Invalid is { } invalid)
            Produce(context, invalid);
    }

    private void Produce(SourceProductionContext context, NetworkModel model)
    {
        try
        {
            foreach (var file in _compile(model, context.CancellationToken))
                Add(context, HintName(model.Type, file.Part), file.Text);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            context.ReportDiagnostic(DiagnosticInfo.Failure(model.Type.Name, exception).ToDiagnostic());
            Produce(context, InvalidNetworkModel.Of(model));
        }
    }

    private static void Produce(SourceProductionContext context, InvalidNetworkModel model) =>
        Add(context, model.Type.HintName, InvalidNetworkEmitter.Emit(model));

    /// <summary><c>Digits.g.cs</c>, <c>Digits.256.g.cs</c>, <c>Digits-weights.g.cs</c>: no type's name starts so.</summary>
    private static string HintName(TypeModel type, string part) =>
        type.HintName.Insert(type.HintName.LastIndexOf(".g.cs", StringComparison.Ordinal), part);

    private static void Add(SourceProductionContext context, string hintName, string text) =>
        context.AddSource(hintName, SourceText.From(text, Encoding.UTF8));
}
