namespace NetGen.Tests.Numerics;

/// <summary>What a function of <see cref="NetGen.Numerics.Elementary"/> should give in single precision, computed in double.</summary>
/// <remarks>
/// Double has 29 bits more than single, so that an error of a hundred ulp of double is less than a millionth ulp of single;
/// the tests compare these formulas with <see cref="Exact"/>.
/// </remarks>
/// <param name="Value">The function.</param>
/// <param name="HasDenormals">Whether denormal results are given; 0 stands for them otherwise.</param>
/// <param name="CancelsBelow">Nearer to 0 than this, the result is a difference whose error is in units of ln 2's last place.</param>
/// <param name="Farthest">Farther from 0 than this, any number is right.</param>
internal sealed record SingleReference(
    Func<double, double> Value, bool HasDenormals = true, double CancelsBelow = 0, double Farthest = double.PositiveInfinity)
{
    private const int MantissaBits = 23;
    private const int SmallestExponent = -126;

    public static IReadOnlyDictionary<string, SingleReference> Of { get; } = new Dictionary<string, SingleReference>
    {
        ["Exp"] = new(Math.Exp, HasDenormals: false),
        ["Expm1"] = new(Expm1),
        ["Log"] = new(Math.Log),
        ["Log2"] = new(Math.Log2),
        ["Log10"] = new(Math.Log10),
        ["Log1p"] = new(Log1p),
        ["Sigmoid"] = new(x => x < 0 ? Math.Exp(x) / (1 + Math.Exp(x)) : 1 / (1 + Math.Exp(-x)), HasDenormals: false),
        ["Softplus"] = new(Softplus, HasDenormals: false),
        ["Tanh"] = new(Math.Tanh),
        ["Erf"] = new(Erf),
        ["LogCosh"] = new(x => Math.Abs(x) + Log1p(Math.Exp(-2 * Math.Abs(x))) - Math.Log(2), CancelsBelow: 1),
        ["Sin"] = new(Math.Sin, Farthest: LargestAngle.InSingle),
        ["Cos"] = new(Math.Cos, Farthest: LargestAngle.InSingle),
        ["Tan"] = new(Math.Tan, Farthest: LargestAngle.InSingle),
        ["Atan"] = new(Math.Atan),
        ["Asin"] = new(Math.Asin),
        ["Acos"] = new(Math.Acos),
        ["Sinh"] = new(Math.Sinh),
        ["Cosh"] = new(Math.Cosh),
        ["Cbrt"] = new(Math.Cbrt),
    };

    /// <summary>The error of a result in ulp; 0 where it must be infinite or NaN and is, infinite where it is neither.</summary>
    public double ErrorInUlp(float x, float result)
    {
        var expected = Value(x);
        if (!float.IsFinite((float)expected))
            return result.Equals((float)expected) ? 0 : double.PositiveInfinity;
        if (Math.Abs(x) > Farthest)
            return float.IsNaN(result) ? double.PositiveInfinity : 0;
        if (!HasDenormals && result == 0 && Math.ILogB(expected) < SmallestExponent)
            return 0;

        var error = Math.Abs(result - expected) / Unit(x, expected);
        return double.IsNaN(error) ? double.PositiveInfinity : error;
    }

    /// <summary>The exponent of the unit that the result's error is given in.</summary>
    public int UnitExponent(double x, double expected) =>
        (Math.Abs(x) < CancelsBelow ? -1 : Math.Max(Math.ILogB(expected), SmallestExponent)) - MantissaBits;

    /// <summary>The same for every number that is swept: from the exponent's bits, which is faster.</summary>
    private double Unit(float x, double expected)
    {
        const int Bias = 1023;
        const int Bits = 52;
        var exponent = Math.Abs(x) < CancelsBelow
            ? Bias - 1
            : Math.Max((BitConverter.DoubleToInt64Bits(expected) >> Bits) & 0x7FF, Bias + SmallestExponent);
        return BitConverter.Int64BitsToDouble((exponent - MantissaBits) << Bits);
    }

    /// <summary>The difference where nothing cancels, and 2t / (1 − t) with t = tanh x/2 where it would.</summary>
    private static double Expm1(double x)
    {
        if (Math.Abs(x) > 0.1)
            return Math.Exp(x) - 1;
        var t = Math.Tanh(x / 2);
        return 2 * t / (1 - t);
    }

    /// <summary>Takes the logarithm of 1 + x as rounded, and scales it by what rounding did to x (Kahan).</summary>
    private static double Log1p(double x)
    {
        var u = 1 + x;
        return u == 1 || double.IsPositiveInfinity(x) ? x : Math.Log(u) * x / (u - 1);
    }

    private static double Softplus(double x) => Math.Max(x, 0) + Log1p(Math.Exp(-Math.Abs(x)));

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
