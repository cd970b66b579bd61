namespace NetGen.Tests;

/// <summary>Generated gradients against difference quotients of what they are of.</summary>
public sealed class GradientMethodTests
{
    private static readonly double[] Place = [1.2, 0.7, -0.3, 2, 0.4];

    private delegate double Function(ReadOnlySpan<double> x);

    private delegate double Gradient(ReadOnlySpan<double> x, Span<double> dx);

    [Fact]
    public void OfNumbers()
    {
        var value = Differentiated.NumbersGradient(1.5, -0.5, out var byX, out var byY);
        Assert.Equal(Differentiated.Numbers(1.5, -0.5), value, 1e-14);
        Assert.Equal(Quotient(x => Differentiated.Numbers(x, -0.5), 1.5), byX, 1e-8);
        Assert.Equal(Quotient(y => Differentiated.Numbers(1.5, y), -0.5), byY, 1e-8);
    }

    [Fact]
    public void OfOneSum() => Check(Differentiated.Rosenbrock, Differentiated.RosenbrockGradient);

    [Fact]
    public void OfASumOfSums() => Check(Differentiated.Entropy, Differentiated.EntropyGradient);

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void OfAFunctionOfSums(double sign) => Check(
        x => sign * Differentiated.Cosine(x),
        (x, dx) =>
        {
            var value = Differentiated.CosineGradient(x, dx);
            foreach (ref var derivative in dx)
                derivative *= sign;
            return sign * value;
        });

    [Fact]
    public void OfAConditionOnASum() => Check(Differentiated.Switched, Differentiated.SwitchedGradient);

    [Fact]
    public void OfTheLogarithmOfASumOfExponentials()
    {
        Check(Differentiated.LogSumExp, Differentiated.LogSumExpGradient);
        double[] large = [800, -900, 799], gradient = new double[3];
        Assert.Equal(800 + Math.Log(1 + Math.Exp(-1)), Differentiated.LogSumExpGradient(large, gradient), 1e-12);
        Assert.Equal(1 / (1 + Math.Exp(-1)), gradient[0], 1e-14);
        Assert.Equal(1, gradient.Sum(), 1e-14);
        Assert.Equal(0, gradient[1]);
        Assert.True(double.IsNaN(Differentiated.LogSumExpGradient([1, double.NaN, 2], gradient)));
        Assert.True(double.IsNaN(Differentiated.LogSumExp([1, double.NaN, 2])));
    }

    /// <summary>Of equal ones, the first is the largest: the value of before is kept.</summary>
    [Fact]
    public void OfExtremes()
    {
        Check(Differentiated.Range, Differentiated.RangeGradient);
        double[] equal = [2, 2, 2], gradient = new double[3];
        Assert.Equal(Differentiated.Range(equal), Differentiated.RangeGradient(equal, gradient));
        Assert.Equal([0, 1 - (3 * 4), 0], gradient);
        Assert.Equal(Differentiated.Range([7, 1, 2]), Differentiated.RangeGradient([7, 1, 2], gradient));
    }

    [Fact]
    public void OfMeans() => Check(Differentiated.Variance, Differentiated.VarianceGradient);

    [Fact]
    public void OfEverySecondElement() => Check(Differentiated.Alternating, Differentiated.AlternatingGradient);

    [Fact]
    public void OfWhatIsRounded()
    {
        Assert.Equal(Differentiated.Narrowed(0.7, 0.3), Differentiated.NarrowedGradient(0.7, 0.3, out var byX, out var byY));
        Assert.Equal(0.1f + (0.3 * 0.3), byX, 1e-15);
        Assert.Equal((0.7 * 0.3) + (float)(0.7 * 0.3), byY, 1e-15);
    }

    [Fact]
    public void BySomeParameters()
    {
        float[] weights = [0.5f, -0.25f], inputs = [2, 3];
        var byWeights = new float[2];
        var value = Differentiated.NeuronGradient(weights, inputs, 0.125f, byWeights, out var byBias);
        Assert.Equal(Math.Tanh(0.375), value, 1e-6);
        Assert.Equal(1 - (value * value), byBias, 1e-6f);
        Assert.Equal([2 * byBias, 3 * byBias], byWeights);
    }

    [Fact]
    public void OfWhatDoesNotDepend()
    {
        Assert.Equal(3, Differentiated.ConstantGradient(5, out var dx));
        Assert.Equal(0, dx);
    }

    [Fact]
    public void BadArgumentsAreNamed()
    {
        var x = new double[3];
        Assert.Equal("dx", Assert.Throws<ArgumentException>(() => Differentiated.RosenbrockGradient(x, new double[2])).ParamName);
        Assert.Equal("dx", Assert.Throws<ArgumentException>(() => Differentiated.RosenbrockGradient(x, x)).ParamName);
        Assert.Equal("inputs", Assert.Throws<ArgumentNullException>(() => Differentiated.NeuronGradient([1], null!, 0, new float[1], out _)).ParamName);
    }

    [Fact]
    public void ByTwoVectors()
    {
        double[] a = [1, 2, 3], b = [4, 5, 6], da = new double[3], db = new double[3];
        Assert.Equal(32, Differentiated.DotGradient(a, b, da, db));
        Assert.Equal(b, da);
        Assert.Equal(a, db);
    }

    [Fact]
    public void DerivativesThatOverlapAreNamedAndNotTouched()
    {
        double[] a = [1, 2, 3], b = [4, 5, 6];
        var memory = new double[] { 7, 7, 7, 7, 7 };
        Assert.Equal("db", Assert.Throws<ArgumentException>(() => Differentiated.DotGradient(a, b, memory.AsSpan(0, 3), memory.AsSpan(2, 3))).ParamName);
        Assert.Equal("db", Assert.Throws<ArgumentException>(() => Differentiated.DotGradient(a, b, memory.AsSpan(0, 3), new double[2])).ParamName);
        Assert.Equal([7, 7, 7, 7, 7], memory);
    }

    [Fact]
    public void NothingIsAllocated()
    {
        var gradient = new double[Place.Length];
        Differentiated.EntropyGradient(Place, gradient);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var turn = 0; turn < 1000; turn++)
            Differentiated.EntropyGradient(Place, gradient);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static void Check(Function function, Gradient gradient)
    {
        var derivatives = Enumerable.Repeat(double.NaN, Place.Length).ToArray();
        Assert.Equal(function(Place), gradient(Place, derivatives), 1e-12);
        for (var element = 0; element < Place.Length; element++)
        {
            var moved = (double[])Place.Clone();
            var quotient = Quotient(x => function(With(moved, element, x)), Place[element]);
            Assert.Equal(quotient, derivatives[element], 1e-7 * Math.Max(1, Math.Abs(quotient)));
        }
    }

    private static double[] With(double[] x, int element, double value)
    {
        x[element] = value;
        return x;
    }

    private static double Quotient(Func<double, double> function, double x)
    {
        const double step = 1e-5;
        return (function(x + step) - function(x - step)) / (2 * step);
    }
}
