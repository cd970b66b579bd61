using Microsoft.CodeAnalysis;
using NetGen.Generator.Model;

namespace NetGen.Generator.Diagnostics;

/// <summary>A diagnostic in plain values, for the generator's cache.</summary>
internal sealed record DiagnosticInfo(string Id, SourceSpan? Span, EquatableArray<string> Arguments)
{
    public static DiagnosticInfo From(Problem problem) =>
        new(problem.Descriptor.Id, SourceSpan.Of(problem.Location), problem.Arguments.ToEquatableArray());

    /// <summary>An exception inside the generator while it worked on a network.</summary>
    public static DiagnosticInfo Failure(string network, Exception exception)
    {
        var message = $"{exception.GetType().Name}: {exception.Message}";
        return new(Descriptors.InternalError.Id, null, new[] { network, message }.ToEquatableArray());
    }

    public Diagnostic ToDiagnostic() => Diagnostic.Create(
        Descriptors.All.First(descriptor => descriptor.Id == Id), Span?.ToLocation() ?? Location.None, [.. Arguments.Select(OneLine.Of)]);
}
