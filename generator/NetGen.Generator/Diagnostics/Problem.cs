using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Diagnostics;

/// <summary>A mistake that the parser found. It holds a location, so it lives no longer than one compilation.</summary>
internal sealed record Problem(DiagnosticDescriptor Descriptor, Location Location, string[] Arguments)
{
    /// <summary>
    /// The name to write in the place of the one that is wrong, which code fixes find in the diagnostic's property of this
    /// name; null if there is none.
    /// </summary>
    public string? Replacement { get; init; }

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Descriptor, Location, Properties, [.. Arguments.Select(OneLine.Of)]);

    private ImmutableDictionary<string, string?> Properties => Replacement is null
        ? ImmutableDictionary<string, string?>.Empty
        : ImmutableDictionary<string, string?>.Empty.Add(nameof(Replacement), Replacement);
}
