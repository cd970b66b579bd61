using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;
using NetGen.Generator.Weights;

namespace NetGen.Generator.Parsing;

/// <summary>What the generator's cache holds of a class with [Network]: plain values that compare by value.</summary>
/// <param name="Model">The network, if nothing is wrong with it but what it costs.</param>
/// <param name="Invalid">What its class still gets if something is.</param>
/// <param name="Diagnostics">What is wrong; empty where the analyzer says so.</param>
/// <param name="Failure">A mistake of the parser's own.</param>
internal sealed record NetworkResult(
    NetworkModel? Model, InvalidNetworkModel? Invalid, EquatableArray<DiagnosticInfo> Diagnostics, DiagnosticInfo? Failure)
{
    /// <summary>Where the file of a frozen network is named; null where nothing is reported.</summary>
    public SourceSpan? Weights { get; init; }

    public static NetworkResult Of(ParsedNetwork network) =>
        new(network.Model, network.Invalid, network.Problems.Select(DiagnosticInfo.From).ToEquatableArray(), null)
        {
            Weights = network.Weights is null ? null : SourceSpan.Of(network.Weights),
        };

    public static NetworkResult Failed(string name, Exception exception) =>
        new(null, null, default, DiagnosticInfo.Failure(name, exception));

    /// <summary>Without the locations, which change with every edit above the class.</summary>
    public NetworkResult WithoutDiagnostics() => this with { Diagnostics = default, Weights = null };

    /// <summary>The network with the parameters that it asks for, or with what is wrong with them.</summary>
    /// <param name="files">The weight files of the project.</param>
    public NetworkResult Bind(IReadOnlyCollection<WeightFile> files)
    {
        if (Model?.WeightsFile is null)
            return this;
        var (parameters, descriptor, arguments) = WeightBinder.Bind(Model, files);
        if (parameters is not null)
            return this with { Model = Model with { Frozen = parameters }, Weights = null };
        var problem = new DiagnosticInfo(descriptor!.Id, Weights, arguments.ToEquatableArray());
        return new(null, InvalidNetworkModel.Of(Model), Weights is null ? Diagnostics : Diagnostics.Append(problem).ToEquatableArray(), null);
    }
}
