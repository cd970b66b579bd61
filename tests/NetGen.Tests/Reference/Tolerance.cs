namespace NetGen.Tests.Reference;

/// <summary>How far a number may be from the expected one: |actual − expected| ≤ absolute + relative · |expected|.</summary>
internal readonly record struct Tolerance(double Absolute, double Relative)
{
    /// <summary>For results in double against PyTorch's in float64.</summary>
    public static readonly Tolerance Double = new(1e-10, 1e-9);

    public void Check(string what, double expected, double actual) => Check(what, expected, actual, Math.Abs(expected));

    /// <summary>Asserts closeness where the relative part refers to a scale other than the expected number itself.</summary>
    public void Check(string what, double expected, double actual, double scale)
    {
        var allowed = Absolute + (Relative * scale);
        var difference = Math.Abs(actual - expected);
        if (!(difference <= allowed))
            Assert.Fail($"{what}: expected {expected:R}, got {actual:R}; they differ by {difference:E2}, {allowed:E2} is allowed.");
    }
}
