namespace NetGen.Tests.Metrics;

/// <summary>
/// Labels and scores by formulas, for which scikit-learn 1.2.1 computed the expected values of the tests.
/// </summary>
internal static class Samples
{
    public const int Count = 40;
    public const int Classes = 4;

    /// <summary>s² + ⌊s/3⌋ modulo 4.</summary>
    public static int[] Labels { get; } = [.. Enumerable.Range(0, Count).Select(s => ((s * s) + (s / 3)) % Classes)];

    /// <summary>Four different scores a sample, a little larger for its class.</summary>
    public static double[] Scores { get; } =
    [
        .. from s in Enumerable.Range(0, Count)
           from c in Enumerable.Range(0, Classes)
           select ((((37 * s) + ((59 + (s % 7)) * c)) % 101) + (c == Labels[s] ? 20.5 : 0)) / 122,
    ];

    /// <summary>27 of 60 are 1.</summary>
    public static int[] BinaryLabels { get; } = [.. Enumerable.Range(0, 60).Select(n => ((n * n) + (n / 4)) % 7 < 3 ? 1 : 0)];

    /// <summary>Of 21 different values, so that many are equal.</summary>
    public static double[] BinaryScores { get; } = [.. BinaryLabels.Select((label, n) => (((n * 23) % 16) + (label * 5)) / 21.0)];
}
