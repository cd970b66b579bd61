using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Diagnostics;

/// <summary>A mistake that the parser found. It holds a location, so it lives no longer than one compilation.</summary>
internal sealed record Problem(DiagnosticDescriptor Descriptor, Location Location, string[] Arguments)
{
    public Diagnostic ToDiagnostic() => Diagnostic.Create(Descriptor, Location, Arguments);
}
