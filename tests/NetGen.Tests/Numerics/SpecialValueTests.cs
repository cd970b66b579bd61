namespace NetGen.Tests.Numerics;

/// <summary>What the functions give at the ends of their ranges, in both precisions.</summary>
public class SpecialValueTests
{
    private const double Infinity = double.PositiveInfinity;
    private const double NaN = double.NaN;

    [Theory]
    [InlineData("Exp", 0, 1)]
    [InlineData("Exp", -0.0, 1)]
    [InlineData("Exp", 1000, Infinity)]
    [InlineData("Exp", Infinity, Infinity)]
    [InlineData("Exp", -1000, 0)]
    [InlineData("Exp", -Infinity, 0)]
    [InlineData("Expm1", 0, 0)]
    [InlineData("Expm1", -0.0, -0.0)]
    [InlineData("Expm1", 1000, Infinity)]
    [InlineData("Expm1", Infinity, Infinity)]
    [InlineData("Expm1", -1000, -1)]
    [InlineData("Expm1", -Infinity, -1)]
    [InlineData("Log", 1, 0)]
    [InlineData("Log", 0, -Infinity)]
    [InlineData("Log", -0.0, -Infinity)]
    [InlineData("Log", -1, NaN)]
    [InlineData("Log", -Infinity, NaN)]
    [InlineData("Log", Infinity, Infinity)]
    [InlineData("Log1p", 0, 0)]
    [InlineData("Log1p", -0.0, -0.0)]
    [InlineData("Log1p", -1, -Infinity)]
    [InlineData("Log1p", -2, NaN)]
    [InlineData("Log1p", -Infinity, NaN)]
    [InlineData("Log1p", Infinity, Infinity)]
    [InlineData("Sigmoid", 0, 0.5)]
    [InlineData("Sigmoid", 1000, 1)]
    [InlineData("Sigmoid", Infinity, 1)]
    [InlineData("Sigmoid", -1000, 0)]
    [InlineData("Sigmoid", -Infinity, 0)]
    [InlineData("Softplus", 1000, 1000)]
    [InlineData("Softplus", Infinity, Infinity)]
    [InlineData("Softplus", -1000, 0)]
    [InlineData("Softplus", -Infinity, 0)]
    [InlineData("Tanh", 0, 0)]
    [InlineData("Tanh", -0.0, -0.0)]
    [InlineData("Tanh", 20, 1)]
    [InlineData("Tanh", 1e30, 1)]
    [InlineData("Tanh", Infinity, 1)]
    [InlineData("Tanh", -Infinity, -1)]
    [InlineData("Erf", 0, 0)]
    [InlineData("Erf", -0.0, -0.0)]
    [InlineData("Erf", 6, 1)]
    [InlineData("Erf", 1e30, 1)]
    [InlineData("Erf", Infinity, 1)]
    [InlineData("Erf", -Infinity, -1)]
    [InlineData("Relu", 3, 3)]
    [InlineData("Relu", -3, 0)]
    [InlineData("Relu", -Infinity, 0)]
    [InlineData("Relu", Infinity, Infinity)]
    public void SpecialValuesAreExact(string name, double x, double expected)
    {
        var single = ElementaryFunctions.InSingle[name].Scalar((float)x);
        var twice = ElementaryFunctions.InDouble[name].Scalar(x);

        Assert.Equal((float)expected, single);
        Assert.Equal(expected, twice);
        Assert.Equal(double.IsNegative(expected), expected == 0 ? float.IsNegative(single) : double.IsNegative(expected));
        Assert.Equal(double.IsNegative(expected), expected == 0 ? double.IsNegative(twice) : double.IsNegative(expected));
    }

    public static TheoryData<string> Names => [.. ElementaryFunctions.InSingle.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void NaNGivesNaNWhateverItsPayloadAndSign(string name)
    {
        for (var payload = 1; payload < 1 << 22; payload = (payload * 3) + 1)
        {
            var single = BitConverter.Int32BitsToSingle(0x7FC00000 | payload);
            var twice = BitConverter.Int64BitsToDouble(0x7FF8000000000000L | (uint)payload);
            Assert.Equal(float.NaN, ElementaryFunctions.InSingle[name].Scalar(single));
            Assert.Equal(float.NaN, ElementaryFunctions.InSingle[name].Scalar(-single));
            Assert.Equal(double.NaN, ElementaryFunctions.InDouble[name].Scalar(twice));
            Assert.Equal(double.NaN, ElementaryFunctions.InDouble[name].Scalar(-twice));
        }
    }

    [Theory]
    [InlineData("Tanh")]
    [InlineData("Erf")]
    public void OddFunctionsAreOddAndNeverLeaveTheirRange(string name)
    {
        var single = ElementaryFunctions.InSingle[name].Scalar;
        var twice = ElementaryFunctions.InDouble[name].Scalar;
        for (var x = 1e-30f; x < 1e30f; x *= 1.0007f)
        {
            Assert.Equal(-single(x), single(-x));
            Assert.InRange(single(x), 0, 1);
            Assert.Equal(-twice(x), twice(-x));
            Assert.InRange(twice(x), 0, 1);
        }
    }

    [Fact]
    public void TanhOfEverySingleBeforeSaturationStaysWithin1()
    {
        for (var x = 7f; x < 9; x = MathF.BitIncrement(x))
        {
            if (!(NetGen.Numerics.Elementary.Tanh(x) <= 1))
                Assert.Fail($"tanh {x:R} = {NetGen.Numerics.Elementary.Tanh(x):R}");
        }
    }

    [Fact]
    public void LogOfDenormalsIsRight()
    {
        Assert.Equal(-103.27893f, NetGen.Numerics.Elementary.Log(float.Epsilon));
        Assert.Equal(-87.33655f, NetGen.Numerics.Elementary.Log(1.1754942e-38f));
    }
}
