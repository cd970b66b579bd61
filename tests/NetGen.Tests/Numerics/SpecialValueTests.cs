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
    [InlineData("Log2", 1, 0)]
    [InlineData("Log2", 0, -Infinity)]
    [InlineData("Log2", -0.0, -Infinity)]
    [InlineData("Log2", -1, NaN)]
    [InlineData("Log2", -Infinity, NaN)]
    [InlineData("Log2", Infinity, Infinity)]
    [InlineData("Log10", 1, 0)]
    [InlineData("Log10", 0, -Infinity)]
    [InlineData("Log10", -0.0, -Infinity)]
    [InlineData("Log10", -1, NaN)]
    [InlineData("Log10", -Infinity, NaN)]
    [InlineData("Log10", Infinity, Infinity)]
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
    [InlineData("Sqrt", 0, 0)]
    [InlineData("Sqrt", -0.0, -0.0)]
    [InlineData("Sqrt", 4, 2)]
    [InlineData("Sqrt", -1, NaN)]
    [InlineData("Sqrt", -Infinity, NaN)]
    [InlineData("Sqrt", Infinity, Infinity)]
    [InlineData("Abs", -0.0, 0)]
    [InlineData("Abs", -3, 3)]
    [InlineData("Abs", -Infinity, Infinity)]
    [InlineData("Floor", -0.0, -0.0)]
    [InlineData("Floor", 0.5, 0)]
    [InlineData("Floor", -0.5, -1)]
    [InlineData("Floor", 1e30f, 1e30f)]
    [InlineData("Floor", -Infinity, -Infinity)]
    [InlineData("Floor", Infinity, Infinity)]
    [InlineData("Ceiling", 0, 0)]
    [InlineData("Ceiling", -0.5, -0.0)]
    [InlineData("Ceiling", 0.5, 1)]
    [InlineData("Ceiling", -1e30f, -1e30f)]
    [InlineData("Ceiling", Infinity, Infinity)]
    [InlineData("Round", -0.0, -0.0)]
    [InlineData("Round", 0.5, 0)]
    [InlineData("Round", -0.5, -0.0)]
    [InlineData("Round", 1.5, 2)]
    [InlineData("Round", -2.5, -2)]
    [InlineData("Round", 1e30f, 1e30f)]
    [InlineData("Round", -Infinity, -Infinity)]
    [InlineData("Truncate", -0.0, -0.0)]
    [InlineData("Truncate", 0.9, 0)]
    [InlineData("Truncate", -0.9, -0.0)]
    [InlineData("Truncate", 2.9, 2)]
    [InlineData("Truncate", -1e30f, -1e30f)]
    [InlineData("Truncate", Infinity, Infinity)]
    [InlineData("Sin", 0, 0)]
    [InlineData("Sin", -0.0, -0.0)]
    [InlineData("Sin", Infinity, NaN)]
    [InlineData("Sin", -Infinity, NaN)]
    [InlineData("Cos", 0, 1)]
    [InlineData("Cos", -0.0, 1)]
    [InlineData("Cos", Infinity, NaN)]
    [InlineData("Cos", -Infinity, NaN)]
    [InlineData("Tan", 0, 0)]
    [InlineData("Tan", -0.0, -0.0)]
    [InlineData("Tan", Infinity, NaN)]
    [InlineData("Tan", -Infinity, NaN)]
    [InlineData("Atan", 0, 0)]
    [InlineData("Atan", -0.0, -0.0)]
    [InlineData("Atan", 1, Math.PI / 4)]
    [InlineData("Atan", 1e30, Math.PI / 2)]
    [InlineData("Atan", Infinity, Math.PI / 2)]
    [InlineData("Atan", -Infinity, -Math.PI / 2)]
    [InlineData("Asin", 0, 0)]
    [InlineData("Asin", -0.0, -0.0)]
    [InlineData("Asin", 1, Math.PI / 2)]
    [InlineData("Asin", -1, -Math.PI / 2)]
    [InlineData("Asin", 1.1, NaN)]
    [InlineData("Asin", -Infinity, NaN)]
    [InlineData("Acos", 1, 0)]
    [InlineData("Acos", 0, Math.PI / 2)]
    [InlineData("Acos", -0.0, Math.PI / 2)]
    [InlineData("Acos", -1, Math.PI)]
    [InlineData("Acos", 1.1, NaN)]
    [InlineData("Acos", Infinity, NaN)]
    [InlineData("Sinh", 0, 0)]
    [InlineData("Sinh", -0.0, -0.0)]
    [InlineData("Sinh", 1000, Infinity)]
    [InlineData("Sinh", -1000, -Infinity)]
    [InlineData("Sinh", Infinity, Infinity)]
    [InlineData("Sinh", -Infinity, -Infinity)]
    [InlineData("Cosh", 0, 1)]
    [InlineData("Cosh", -0.0, 1)]
    [InlineData("Cosh", 1000, Infinity)]
    [InlineData("Cosh", -1000, Infinity)]
    [InlineData("Cosh", -Infinity, Infinity)]
    [InlineData("Cbrt", 0, 0)]
    [InlineData("Cbrt", -0.0, -0.0)]
    [InlineData("Cbrt", 8, 2)]
    [InlineData("Cbrt", -27, -3)]
    [InlineData("Cbrt", Infinity, Infinity)]
    [InlineData("Cbrt", -Infinity, -Infinity)]
    public void SpecialValuesAreExact(string name, double x, double expected)
    {
        var single = ElementaryFunctions.InSingle[name].Scalar((float)x);
        var twice = ElementaryFunctions.InDouble[name].Scalar(x);

        Assert.Equal((float)expected, single);
        Assert.Equal(expected, twice);
        Assert.Equal(double.IsNegative(expected), expected == 0 ? float.IsNegative(single) : double.IsNegative(expected));
        Assert.Equal(double.IsNegative(expected), expected == 0 ? double.IsNegative(twice) : double.IsNegative(expected));
    }

    public static TheoryData<string> BinaryNames => [.. BinaryFunctions.InSingle.Keys];

    /// <summary>Zeros, infinities, NaN, ones, the ends of the range, and integers even, odd and too large to be odd, with halves.</summary>
    [Theory]
    [MemberData(nameof(BinaryNames))]
    public void PairsOfSpecialValuesGiveWhatMathGives(string name)
    {
        double[] magnitudes =
        [
            0, double.Epsilon, 1e-310, float.Epsilon, 1e-40, 1e-30, 0.5, 1, 1.5, 2, 3, 8388609, 16777217, 4503599627370497, 9007199254740992,
            1e30, float.MaxValue, 1e300, double.MaxValue, Infinity, NaN,
        ];
        var (single, twice, math) = (BinaryFunctions.InSingle[name].Scalar, BinaryFunctions.InDouble[name].Scalar, BinaryFunctions.InMath[name]);
        foreach (var x in magnitudes.Concat(magnitudes.Select(x => -x)))
        {
            foreach (var y in magnitudes.Concat(magnitudes.Select(y => -y)))
            {
                Compare(x, y, math(x, y), twice(x, y), double.Epsilon, 1e-15);
                Compare((float)x, (float)y, (float)math((float)x, (float)y), single((float)x, (float)y), float.Epsilon, 4e-7);
            }
        }

        void Compare(double x, double y, double expected, double actual, double denormal, double precision)
        {
            var same = expected.Equals(actual) || Math.Abs(actual - expected) <= Math.Max(precision * Math.Abs(expected), denormal);
            if (!same || (expected == 0 && double.IsNegative(expected) != double.IsNegative(actual)))
                Assert.Fail($"{name}({x:R}, {y:R}) is {actual:R}, not {expected:R}.");
        }
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

    /// <summary>Too large to be reduced to a quarter of the circle, arguments still give what a sine can be.</summary>
    [Theory]
    [InlineData("Sin")]
    [InlineData("Cos")]
    public void SineAndCosineNeverLeaveTheirRange(string name)
    {
        var single = ElementaryFunctions.InSingle[name].Scalar;
        var twice = ElementaryFunctions.InDouble[name].Scalar;
        for (var x = 1.0; x < double.MaxValue / 2; x *= 1.01)
        {
            Assert.InRange(twice(x), -1, 1);
            Assert.InRange(twice(-x), -1, 1);
        }

        for (var x = 1f; x < float.MaxValue / 2; x *= 1.001f)
        {
            Assert.InRange(single(x), -1, 1);
            Assert.InRange(single(-x), -1, 1);
        }

        Assert.InRange(single(float.MaxValue), -1, 1);
        Assert.InRange(twice(double.MaxValue), -1, 1);
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
