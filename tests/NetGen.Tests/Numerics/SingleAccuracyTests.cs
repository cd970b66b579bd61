using Xunit.Abstractions;

namespace NetGen.Tests.Numerics;

/// <summary>The error bounds that the docstrings of Elementary give, over bit patterns from the whole range of float.</summary>
/// <remarks>With NETGEN_EXHAUSTIVE=1 in the environment every pattern is tried: two minutes for each function.</remarks>
public class SingleAccuracyTests(ITestOutputHelper output)
{
    private const float SmallestNormal = 1.17549435e-38f;

    /// <summary>Every 211th of the 2³² patterns; a prime, so that the low bits are all sorts.</summary>
    private static readonly uint Stride = Environment.GetEnvironmentVariable("NETGEN_EXHAUSTIVE") == "1" ? 1u : 211u;

    private static readonly Dictionary<string, double> Bounds = new()
    {
        ["Exp"] = 1.2,
        ["Expm1"] = 1.8,
        ["Log"] = 1.0,
        ["Log1p"] = 1.0,
        ["Sigmoid"] = 2.5,
        ["Softplus"] = 1.9,
        ["Tanh"] = 4.8,
        ["Erf"] = 3.2,
        ["LogCosh"] = 2.0,
    };

    public static TheoryData<string, bool> Halves()
    {
        var halves = new TheoryData<string, bool>();
        foreach (var name in Bounds.Keys)
        {
            halves.Add(name, false);
            halves.Add(name, true);
        }

        return halves;
    }

    [Theory]
    [MemberData(nameof(Halves))]
    public void ErrorStaysWithinTheDocumentedUlpAndWidthsAgree(string name, bool negative)
    {
        var (worst, at) = SingleSweep.WorstError(ElementaryFunctions.InSingle[name], SingleReference.Of[name], negative, Stride);
        output.WriteLine($"{name}: {worst:F4} ulp at {at:R}; one pattern in {Stride}, negative: {negative}");
        Assert.True(worst <= Bounds[name], $"{name}({at:R}) is {worst:F3} ulp from the right value.");
    }

    [Theory]
    [InlineData("Exp")]
    [InlineData("Sigmoid")]
    [InlineData("Softplus")]
    public void ResultsBelowTheNormalRangeAreZero(string name)
    {
        var function = ElementaryFunctions.InSingle[name].Scalar;
        for (var x = -87.34f; x > -110; x -= 0.01f)
            Assert.Equal(0f, function(x));
        Assert.True(function(-87.3365f) >= SmallestNormal);
    }

    public static TheoryData<string> References => [.. SingleReference.Of.Keys];

    /// <summary>So that an error found is the function's own, not the reference's.</summary>
    [Theory]
    [MemberData(nameof(References))]
    public void TheReferenceIsRightToAMillionthUlp(string name)
    {
        var (reference, exact) = (SingleReference.Of[name], Exact.Functions[name]);
        var random = new Random(1);
        for (var i = 0; i < 200; i++)
        {
            // All magnitudes at which the functions are neither a straight line nor constant.
            var x = (float)((random.NextDouble() + 1) * Math.ScaleB(random.Next(2) - 0.5, random.Next(-30, 7)));
            if (name is "Log" || (name is "Log1p" && x <= -1))
                x = Math.Abs(x);
            var expected = reference.Value(x);
            Assert.InRange(Exact.ErrorInUnits(expected, exact(x), reference.UnitExponent(x, expected)), 0, 1e-6);
        }
    }
}
