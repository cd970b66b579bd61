using Xunit.Abstractions;

namespace NetGen.Tests.Numerics;

/// <summary>The error bounds of the functions of two arguments: single precision against double, double against <see cref="Exact"/>.</summary>
/// <remarks>With NETGEN_EXHAUSTIVE=1 in the environment a hundred times as many pairs are tried.</remarks>
public class BinaryAccuracyTests(ITestOutputHelper output)
{
    private static readonly int Factor = Environment.GetEnvironmentVariable("NETGEN_EXHAUSTIVE") == "1" ? 100 : 1;

    [Theory]
    [InlineData("Pow", 1.3)]
    [InlineData("Atan2", 2.1)]
    public void ErrorInSingleStaysWithinTheDocumentedUlp(string name, double bound)
    {
        var (function, math) = (BinaryFunctions.InSingle[name].Scalar, BinaryFunctions.InMath[name]);
        var random = new Random(1);
        var (worst, at) = (0.0, (0f, 0f));
        for (var i = 0; i < 200_000 * Factor; i++)
        {
            var (a, b) = Arguments(name, random, single: true);
            var (x, y) = ((float)a, (float)b);
            var error = new SingleReference(_ => math(x, y)).ErrorInUlp(x, function(x, y));
            if (error > worst)
                (worst, at) = (error, (x, y));
        }

        output.WriteLine($"{name}: {worst:F4} ulp at {at}");
        Assert.True(worst <= bound, $"{name}{at} is {worst:F3} ulp from the right value.");
    }

    [Theory]
    [InlineData("Pow", 1.3)]
    [InlineData("Atan2", 2.0)]
    public void ErrorInDoubleStaysWithinTheDocumentedUlp(string name, double bound)
    {
        var (function, exact) = (BinaryFunctions.InDouble[name].Scalar, Exact.BinaryFunctions[name]);
        var random = new Random(1);
        var (worst, at) = (0.0, (0.0, 0.0));
        for (var i = 0; i < 600 * Factor; i++)
        {
            var (x, y) = Arguments(name, random, single: false);
            var error = Exact.ErrorInUlp(function(x, y), exact(x, y));
            if (error > worst)
                (worst, at) = (error, (x, y));
        }

        output.WriteLine($"{name}: {worst:F4} ulp at {at}");
        Assert.True(worst <= bound, $"{name}{at} is {worst:F3} ulp from the right value.");
    }

    /// <summary>
    /// For a power, a base of any size or near 1, and an exponent that leads to any size; for an angle, coordinates of a
    /// ratio up to 2²⁰.
    /// </summary>
    /// <param name="name">The function.</param>
    /// <param name="random">Where numbers are from.</param>
    /// <param name="single">Whether the numbers are to be of single precision, and some powers 0, denormal or infinite.</param>
    private static (double, double) Arguments(string name, Random random, bool single)
    {
        double Either() => (2 * random.NextDouble()) - 1;
        if (name == "Atan2")
            return (Math.ScaleB(Either(), random.Next(20)), Math.ScaleB(Either(), random.Next(20)));
        var x = random.Next(4) switch
        {
            0 => 1 + Math.ScaleB(Either(), -random.Next(1, 20)),
            1 => 3 * random.NextDouble(),
            2 => 20 * random.NextDouble(),
            _ => Math.Pow(2, 100 * Either()),
        };
        x = single ? (float)x : x;
        return (x, random.Next(2) == 0 ? 9 * Either() : Either() * (single ? 155 : 1020) / Math.Log2(x));
    }
}
