using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.Generator.Diagnostics;

/// <summary>Tells whether the build runs without analyzers, so that the generator must report what is wrong.</summary>
/// <remarks>
/// The rule is that of the compiler's own build targets (_ComputeSkipAnalyzers). The package declares the properties as
/// visible to the compiler; one that is not set is empty.
/// </remarks>
internal static class AnalyzerSwitch
{
    public static bool IsOff(AnalyzerConfigOptions options)
    {
        return Is("RunAnalyzers", "false")
            || (Is("RunAnalyzers", "") && Is("RunAnalyzersDuringBuild", "false"))
            || IsQuickBuild();

        // Visual Studio leaves the analyzers out of builds that "run" or "test" start.
        bool IsQuickBuild() =>
            Is("IsImplicitlyTriggeredBuild", "true")
            && !Is("OptimizeImplicitlyTriggeredBuild", "false")
            && (!Is("TreatWarningsAsErrors", "true") || Is("OptimizeImplicitlyTriggeredBuild", "true"));

        bool Is(string property, string value)
        {
            options.TryGetValue($"build_property.{property}", out var given);
            return string.Equals(given ?? "", value, StringComparison.OrdinalIgnoreCase);
        }
    }
}
