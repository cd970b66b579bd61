using Microsoft.CodeAnalysis;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;
using NetGen.Generator.Weights;

namespace NetGen.Generator.Parsing;

/// <summary>What the parser made of a class with [Network]. The problems hold locations: do not keep it.</summary>
/// <param name="Model">The network, if nothing is wrong with it but what it costs.</param>
/// <param name="Invalid">What its class still gets if something is wrong; null where that could only add errors.</param>
/// <param name="Problems">What is wrong, beyond what the C# compiler says by itself.</param>
/// <param name="Weights">Where the file of a frozen network is named; null for any other. It is read later: see <see cref="WeightBinder"/>.</param>
internal sealed record ParsedNetwork(
    NetworkModel? Model, InvalidNetworkModel? Invalid, IReadOnlyList<Problem> Problems, Location? Weights = null);
