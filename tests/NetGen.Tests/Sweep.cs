namespace NetGen.Tests;

/// <summary>How much a test draws: little in an ordinary run, far more where the environment says <c>NETGEN_SWEEP=1</c>.</summary>
internal static class Sweep
{
    /// <summary>Whether this run has the time of a sweep.</summary>
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("NETGEN_SWEEP") == "1";

    /// <summary>The number of cases that this run draws.</summary>
    /// <param name="usual">In an ordinary run.</param>
    /// <param name="sweep">In a sweep.</param>
    public static int Count(int usual, int sweep) => IsOn ? sweep : usual;
}
