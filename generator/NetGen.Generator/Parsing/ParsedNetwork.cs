using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>What the parser made of a class with [Network]. The problems hold locations: do not keep it.</summary>
/// <param name="Model">The network, if nothing is wrong with it but what it costs.</param>
/// <param name="Invalid">What its class still gets if something is wrong; null where that could only add errors.</param>
/// <param name="Problems">What is wrong, beyond what the C# compiler says by itself.</param>
internal sealed record ParsedNetwork(NetworkModel? Model, InvalidNetworkModel? Invalid, IReadOnlyList<Problem> Problems);
