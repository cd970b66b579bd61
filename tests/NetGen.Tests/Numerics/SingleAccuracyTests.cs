namespace NetGen.Tests.Numerics;

/// <summary>The error bounds that the docstrings of Elementary give, over bit patterns from the whole range of float.</summary>
public class SingleAccuracyTests
{
    private const float SmallestNormal = 1.17549435e-38f;

    private static readonly Dictionary<string, Func<double, double>> References = new()
    {
        ["Exp"] = Math.Exp,
        ["Expm1"] = Expm1,
        ["Log"] = Math.Log,
        ["Log1p"] = Log1p,
        ["Sigmoid"] = x => x < 0 ? Math.Exp(x) / (1 + Math.Exp(x)) : 1 / (1 + Math.Exp(-x)),
        ["Softplus"] = x => Math.Max(x, 0) + Log1p(Math.Exp(-Math.Abs(x))),
        ["Tanh"] = Math.Tanh,
        ["Erf"] = Erf,
    };

    [Theory]
    [InlineData("Exp", 1.1)]
    [InlineData("Expm1", 1.8)]
    [InlineData("Log", 1.0)]
    [InlineData("Log1p", 1.0)]
    [InlineData("Sigmoid", 2.5)]
    [InlineData("Softplus", 1.8)]
    [InlineData("Tanh", 4.5)]
    [InlineData("Erf", 3.2)]
    public void ErrorStaysWithinTheDocumentedUlp(string name, double bound)
    {
        var function = ElementaryFunctions.InSingle[name].Scalar;
        var reference = References[name];
        var (worst, at) = (0.0, 0f);
        for (long bits = 0; bits <= uint.MaxValue; bits += 2003)
        {
            var x = BitConverter.UInt32BitsToSingle((uint)bits);
            var expected = reference(x);
            if (!float.IsFinite((float)expected) || !float.IsNormal(x) || Math.Abs(expected) < SmallestNormal)
                continue;
            var error = Math.Abs(function(x) - expected) / Math.ScaleB(1, Math.ILogB(expected) - 23);
            if (!(error <= worst))
                (worst, at) = (error, x);
        }
        Assert.True(worst <= bound, $"{name}({at:R}) is {worst:F3} ulp from the right value.");
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

    private static double Expm1(double x) => Math.Abs(x) > 0.1 ? Math.Exp(x) - 1 : 2 * Math.Tanh(x / 2) / (1 - Math.Tanh(x / 2));

    private static double Log1p(double x) => 1 + x == 1 ? x : Math.Log(1 + x) * x / (1 + x - 1);

    /// <summary>The power series near 0, the continued fraction of erfc from there.</summary>
    private static double Erf(double x)
    {
        var a = Math.Abs(x);
        if (a > 6)
            return Math.Sign(x);
        if (a < 2)
        {
            var (sum, term) = (x, x);
            for (var n = 1; Math.Abs(term) > 1e-17 * a; n++)
            {
                term *= -x * x / n;
                sum += term / ((2 * n) + 1);
            }
            return 2 / Math.Sqrt(Math.PI) * sum;
        }
        var fraction = 0.0;
        for (var k = 60; k >= 1; k--)
            fraction = k / 2.0 / (a + fraction);
        return Math.CopySign(1 - (Math.Exp(-a * a) / Math.Sqrt(Math.PI) / (a + fraction)), x);
    }
}
