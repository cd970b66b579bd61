using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>What the generator's cache holds of a class with [Network]: plain values that compare by value.</summary>
/// <param name="Model">The network, if nothing is wrong with it but what it costs.</param>
/// <param name="Invalid">What its class still gets if something is.</param>
/// <param name="Diagnostics">What is wrong; empty where the analyzer says so.</param>
/// <param name="Failure">A mistake of the parser's own.</param>
internal sealed record NetworkResult(
    NetworkModel? Model, InvalidNetworkModel? Invalid, EquatableArray<DiagnosticInfo> Diagnostics, DiagnosticInfo? Failure)
{
    public static NetworkResult Of(ParsedNetwork network) =>
        new(network.Model, network.Invalid, network.Problems.Select(DiagnosticInfo.From).ToEquatableArray(), null);

    public static NetworkResult Failed(string name, Exception exception) =>
        new(null, null, default, DiagnosticInfo.Failure(name, exception));

    /// <summary>Without the locations, which change with every edit above the class.</summary>
    public NetworkResult WithoutDiagnostics() => this with { Diagnostics = default };
}
