namespace NetGen;

/// <summary>The test for finite numbers that netstandard2.0 lacks.</summary>
internal static class Finite
{
    public static bool Is(double value) => !double.IsNaN(value) && !double.IsInfinity(value);
}
