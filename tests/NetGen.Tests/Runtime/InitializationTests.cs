namespace NetGen.Tests.Runtime;

/// <summary>
/// The fixed numbers come from an independent implementation of the generator and of the two formulas.
/// </summary>
public class InitializationTests
{
    // Seed 7: a 2×3 weight before Relu, √(6 / 3) · (2u − 1), its bias, and a 1×2 weight, √(6 / (2 + 1)) · (2u − 1).
    private static readonly double[] _expected =
    [
        0.567315962783205, -0.625786023873094, 0.9606115254799684,
        1.360749855085926, 1.3883625271119284, 1.0543639197452062,
        0, 0,
        -1.2423807328508771, -1.1188245432844504,
    ];

    [Fact]
    public void DoublesAreThoseOfTheReference()
    {
        var packed = new double[10];

        Layout().Initialize(packed.AsSpan(), seed: 7);

        Assert.Equal(_expected, packed);
    }

    [Fact]
    public void FloatsAreTheDoublesRounded()
    {
        var packed = new float[10];

        Layout().Initialize(packed.AsSpan(), seed: 7);

        Assert.Equal(_expected.Select(value => (float)value), packed);
    }

    [Fact]
    public void NumbersDoNotDependOnThePacking()
    {
        var layout = Layout(transposed: true);
        var packed = new double[18];
        var canonical = new double[10];

        layout.Initialize(packed.AsSpan(), seed: 7);
        layout.Unpack<double>(packed, canonical);

        Assert.Equal(_expected, canonical);
    }

    [Fact]
    public void PadsAreNotWritten()
    {
        var packed = new double[18];
        Array.Fill(packed, double.NaN);

        Layout(transposed: true).Initialize(packed.AsSpan(), seed: 7);

        Assert.Equal(8, packed.Count(double.IsNaN));
        Assert.All([2, 3, 6, 7, 10, 11, 16, 17], pad => Assert.True(double.IsNaN(packed[pad])));
    }

    [Theory]
    [InlineData("Relu", 0.24494897427831780)]
    [InlineData("Tanh", 0.2)]
    [InlineData("Sigmoid", 0.2)]
    [InlineData("Identity", 0.2)]
    public void WeightsFillTheRangeOfTheirActivation(string activation, double range)
    {
        var weight = new ParameterTensor("0.weight", ParameterKind.Weight, 50, 100, 0, 100, 1, activation, 0);
        var packed = new double[5000];

        new ParameterLayout("Net", "", "", 5000, weight).Initialize(packed.AsSpan(), seed: 1);

        Assert.All(packed, value => Assert.InRange(value, -range, range));
        Assert.Equal(-range, packed.Min(), 0.001);
        Assert.Equal(range, packed.Max(), 0.001);
        Assert.Equal(0, packed.Average(), 0.01);
    }

    [Fact]
    public void OtherTypesAreRefused()
    {
        var layout = Layout();

        var e = Assert.Throws<NotSupportedException>(() => layout.Initialize(new int[10].AsSpan(), 0));

        Assert.Equal("Networks compute in float or double, not in System.Int32.", e.Message);
    }

    private static ParameterLayout Layout(bool transposed = false) => new(
        "Net",
        "",
        "",
        transposed ? 18 : 10,
        new ParameterTensor("0.weight", ParameterKind.Weight, 2, 3, 0, transposed ? 1 : 3, transposed ? 4 : 1, "Relu", 0),
        new ParameterTensor("0.bias", ParameterKind.Bias, 2, 1, transposed ? 12 : 6, 1, 1, "Relu", 0),
        new ParameterTensor("2.weight", ParameterKind.Weight, 1, 2, transposed ? 14 : 8, 2, 1, "Tanh", 1));
}
