using System.Numerics;

namespace NetGen.Tests.Numerics;

/// <summary>
/// The elementary functions to hundreds of digits, in fixed point with <see cref="FractionBits"/> bits after the point,
/// which hold every double of magnitude above 1e-300 and what it leads to here. Slow and plain: the oracle of double precision.
/// </summary>
internal static class Exact
{
    public const int FractionBits = 1400;

    /// <summary>Errors are counted in parts of a unit as small as 1 / this.</summary>
    private const long Resolution = 1_000_000_000_000;

    private static readonly BigInteger One = BigInteger.One << FractionBits;
    private static readonly BigInteger SqrtPi = SquareRoot(4 * ((4 * ArcCotangent(5)) - ArcCotangent(239)));

    public static IReadOnlyDictionary<string, Func<double, BigInteger>> Functions { get; } =
        new Dictionary<string, Func<double, BigInteger>>
        {
            ["Exp"] = x => Exp(FromDouble(x)),
            ["Expm1"] = x => Exp(FromDouble(x)) - One,
            ["Log"] = x => Log(FromDouble(x)),
            ["Log1p"] = x => Log(One + FromDouble(x)),
            ["Sigmoid"] = x => Divide(One, One + Exp(-FromDouble(x))),
            ["Softplus"] = x => Log(One + Exp(FromDouble(x))),
            ["Tanh"] = x => Tanh(FromDouble(x)),
            ["Erf"] = x => Erf(FromDouble(x)),
            ["LogCosh"] = x => LogCosh(FromDouble(x)),
        };

    /// <summary>|<paramref name="actual"/> − <paramref name="expected"/>| in units of the expected value's last place.</summary>
    public static double ErrorInUlp(double actual, BigInteger expected)
    {
        var magnitude = BigInteger.Abs(expected);
        var exponent = (int)magnitude.GetBitLength() - 1 - FractionBits;
        return ErrorInUnits(actual, expected, Math.Max(exponent, -1022) - 52);
    }

    /// <summary>|<paramref name="actual"/> − <paramref name="expected"/>| in units of 2 to the power of <paramref name="exponent"/>.</summary>
    public static double ErrorInUnits(double actual, BigInteger expected, int exponent)
    {
        var unit = BigInteger.One << (exponent + FractionBits);
        return (double)(BigInteger.Abs(FromDouble(actual) - expected) * Resolution / unit) / Resolution;
    }

    private static BigInteger FromDouble(double x)
    {
        if (x == 0)
            return BigInteger.Zero;
        var exponent = Math.ILogB(x) - 52;
        return new BigInteger(Math.ScaleB(x, -exponent)) << (FractionBits + exponent);
    }

    private static BigInteger Exp(BigInteger x)
    {
        if (x.Sign < 0)
            return Divide(One, Exp(-x));
        const int Halvings = 24;
        var r = x >> Halvings;
        var sum = One;
        var term = One;
        for (var n = 1; !term.IsZero; n++)
        {
            term = Multiply(term, r) / n;
            sum += term;
        }
        for (var i = 0; i < Halvings; i++)
            sum = Multiply(sum, sum);
        return sum;
    }

    /// <summary>Halley's iteration on e^y = x, which triples the correct digits.</summary>
    private static BigInteger Log(BigInteger x)
    {
        var scale = (int)x.GetBitLength() - 1 - FractionBits;
        var mantissa = Math.ScaleB((double)(x >> (FractionBits + scale - 60)), -60);
        var y = FromDouble(Math.Log(mantissa) + (scale * Math.Log(2)));
        for (var i = 0; i < 3; i++)
        {
            var e = Exp(y);
            y += 2 * Divide(x - e, x + e);
        }
        return y;
    }

    private static BigInteger Tanh(BigInteger x)
    {
        var e = Exp(2 * x);
        return Divide(e - One, e + One);
    }

    private static BigInteger LogCosh(BigInteger x)
    {
        var e = Exp(BigInteger.Abs(x));
        return Log((e + Divide(One, e)) / 2);
    }

    /// <summary>2/√π Σ (−1)ⁿ x²ⁿ⁺¹ / (n! (2n + 1)).</summary>
    private static BigInteger Erf(BigInteger x)
    {
        var square = Multiply(x, x);
        var sum = x;
        var power = x;
        for (var n = 1; !power.IsZero; n++)
        {
            power = -Multiply(power, square) / n;
            sum += power / ((2 * n) + 1);
        }
        return Divide(2 * sum, SqrtPi);
    }

    private static BigInteger ArcCotangent(int x)
    {
        var power = One / x;
        var sum = power;
        for (var n = 1; !power.IsZero; n++)
        {
            power = -power / (x * x);
            sum += power / ((2 * n) + 1);
        }
        return sum;
    }

    private static BigInteger SquareRoot(BigInteger x)
    {
        var target = x << FractionBits;
        var root = FromDouble(Math.Sqrt((double)(x >> (FractionBits - 60)) / Math.ScaleB(1, 60)));
        for (var i = 0; i < 8; i++)
            root = (root + (target / root)) / 2;
        return root;
    }

    private static BigInteger Multiply(BigInteger a, BigInteger b) => (a * b) >> FractionBits;

    private static BigInteger Divide(BigInteger a, BigInteger b) => (a << FractionBits) / b;
}
