using NetGen.Numerics;
using Xunit.Abstractions;

namespace NetGen.Tests.Numerics;

/// <summary>The error bounds that the docstrings of Elementary give, against arithmetic of hundreds of digits.</summary>
/// <remarks>With NETGEN_EXHAUSTIVE=1 in the environment ten times as many numbers are tried.</remarks>
public class DoubleAccuracyTests(ITestOutputHelper output)
{
    private static readonly int Draws = Environment.GetEnvironmentVariable("NETGEN_EXHAUSTIVE") == "1" ? 2_000 : 200;

    /// <summary>Where a function changes its formula, its result's binade or what it rounds to.</summary>
    private static readonly double[] Edges =
    [
        double.Epsilon, 1e-310, 2.2250738585072014e-308, Math.ScaleB(1, -54), Math.ScaleB(1, -53), Math.ScaleB(1, -27),
        Math.Log(2) / 2, 0.5, Math.Sqrt(0.5), Math.Log(2), 1, Math.Sqrt(2), 1.5 * Math.Log(2), 2, 5.95, 6, 18, 19.06, 20, 36.7, 37.4,
        40, 708.3964185322641, 709.782712893384,
        7e-9, Math.Sqrt(2) - 1, Math.PI / 4, Math.PI / 2, Math.Sqrt(2) + 1, Math.PI, 710.4758600739439, 1e6, 999999999999,
    ];

    [Theory]
    [InlineData("Exp", -708.39, 709.78, 1.0)]
    [InlineData("Expm1", -100, 709.78, 1.8)]
    [InlineData("Log", 0, 1e300, 1.0)]
    [InlineData("Log2", 0, 1e300, 2.0)]
    [InlineData("Log10", 0, 1e300, 2.0)]
    [InlineData("Log1p", -0.999999, 1e300, 1.0)]
    [InlineData("Sigmoid", -708.39, 100, 2.0)]
    [InlineData("Softplus", -708.39, 710, 1.8)]
    [InlineData("Tanh", -25, 25, 2.6)]
    [InlineData("Erf", -7, 7, 3.0)]
    [InlineData("LogCosh", -710, 710, 2.0)]
    [InlineData("Atan", -1e300, 1e300, 2.0, 5)]
    [InlineData("Asin", -1, 1, 2.0, 5)]
    [InlineData("Acos", -1, 1, 1.3, 5)]
    [InlineData("Sinh", -710.475860073944, 710.475860073944, 2.5, 5)]
    [InlineData("Cosh", -710.475860073944, 710.475860073944, 1.5, 5)]
    [InlineData("Cbrt", 0, 1e300, 1.0, 5)]
    public void ErrorStaysWithinTheDocumentedUlp(string name, double from, double to, double bound, int thinning = 1)
    {
        var function = ElementaryFunctions.InDouble[name].Scalar;
        var exact = Exact.Functions[name];
        var (worst, at) = (0.0, 0.0);
        foreach (var x in Arguments(from, to, Draws / thinning))
        {
            var error = ErrorInUlp(name, x, function(x), exact(x));
            if (error > worst)
                (worst, at) = (error, x);
        }

        output.WriteLine($"{name}: {worst:F4} ulp at {at:R}");
        Assert.True(worst <= bound, $"{name}({at:R}) is {worst:F3} ulp from the right value.");
    }

    [Theory]
    [InlineData("Sin", 2.2)]
    [InlineData("Cos", 2.2)]
    [InlineData("Tan", 3.5)]
    public void ErrorsOfAnglesStayWithinTheDocumentedUlp(string name, double bound) =>
        ErrorStaysWithinTheDocumentedUlp(name, -LargestAngle.InDouble, LargestAngle.InDouble, bound, 5);

    [Theory]
    [InlineData(5e-324, -744.4400719213812)]
    [InlineData(1e-310, -713.8013788281542)]
    [InlineData(double.MaxValue, 709.782712893384)]
    public void LogHoldsAtTheEndsOfTheRange(double x, double expected) =>
        Assert.Equal(expected, Elementary.Log(x), 1e-12);

    /// <summary>Below 1, ln cosh is a difference: its error is in units of ln 2's last place.</summary>
    private static double ErrorInUlp(string name, double x, double actual, System.Numerics.BigInteger expected) =>
        name == "LogCosh" && Math.Abs(x) < 1 ? Exact.ErrorInUnits(actual, expected, -53) : Exact.ErrorInUlp(actual, expected);

    /// <summary>
    /// Edges and their neighbours; and evenly over the range, denser around 0 and 1, and at magnitudes down to 2⁻³⁰ and up to 2⁹.
    /// </summary>
    private static IEnumerable<double> Arguments(double from, double to, int count)
    {
        var random = new Random(1);
        var edges = Edges.SelectMany(edge => new[] { edge, Math.BitDecrement(edge), Math.BitIncrement(edge) });
        var draws = Enumerable.Range(0, count).SelectMany(_ =>
        {
            var u = random.NextDouble();
            return new[]
            {
                from + (u * (Math.Min(to, 1000) - from)),
                (4 * u) - 2,
                0.7 + (0.8 * u),
                Math.ScaleB(u - 0.5, -random.Next(30)),
                Math.ScaleB(u - 0.5, random.Next(10)),
            };
        });
        return edges.Concat(edges.Select(edge => -edge)).Concat(draws).Where(x => x > from && x < to);
    }
}
