namespace NetGen.Tests.Numerics;

/// <summary>The error bounds that the docstrings of Elementary give, against arithmetic of hundreds of digits.</summary>
public class DoubleAccuracyTests
{
    [Theory]
    [InlineData("Exp", -708, 709.7, 1.0)]
    [InlineData("Expm1", -40, 700, 1.8)]
    [InlineData("Log", 1e-6, 20, 1.0)]
    [InlineData("Log1p", -0.999, 20, 1.0)]
    [InlineData("Sigmoid", -700, 40, 2.0)]
    [InlineData("Softplus", -700, 40, 1.8)]
    [InlineData("Tanh", -19, 19, 2.6)]
    [InlineData("Erf", -5.9, 5.9, 3.0)]
    public void ErrorStaysWithinTheDocumentedUlp(string name, double from, double to, double bound)
    {
        var function = ElementaryFunctions.InDouble[name].Scalar;
        var exact = Exact.Functions[name];
        var (worst, at) = (0.0, 0.0);
        foreach (var x in Arguments(from, to))
        {
            var error = Exact.ErrorInUlp(function(x), exact(x));
            if (error > worst)
                (worst, at) = (error, x);
        }
        Assert.True(worst <= bound, $"{name}({at:R}) is {worst:F3} ulp from the right value.");
    }

    [Theory]
    [InlineData(5e-324, -744.4400719213812)]
    [InlineData(1e-310, -713.8013788281542)]
    [InlineData(double.MaxValue, 709.782712893384)]
    public void LogHoldsAtTheEndsOfTheRange(double x, double expected) =>
        Assert.Equal(expected, NetGen.Numerics.Elementary.Log(x), 1e-12);

    /// <summary>Evenly over the range, denser around 0 and 1, and at magnitudes down to 2⁻³⁰.</summary>
    private static IEnumerable<double> Arguments(double from, double to)
    {
        var random = new Random(1);
        for (var i = 0; i < 50; i++)
        {
            var u = random.NextDouble();
            double[] candidates =
            [
                from + (u * (to - from)),
                (4 * u) - 2,
                0.7 + (0.8 * u),
                Math.ScaleB(u - 0.5, -random.Next(30)),
            ];
            foreach (var x in candidates)
            {
                if (x >= from && x <= to)
                    yield return x;
            }
        }
    }
}
