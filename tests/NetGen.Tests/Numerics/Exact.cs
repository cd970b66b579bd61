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
    private static readonly BigInteger Pi = 4 * ((4 * ArcCotangent(5)) - ArcCotangent(239));
    private static readonly BigInteger SqrtPi = SquareRoot(Pi);

    public static IReadOnlyDictionary<string, Func<double, BigInteger>> Functions { get; } =
        new Dictionary<string, Func<double, BigInteger>>
        {
            ["Exp"] = x => Exp(FromDouble(x)),
            ["Expm1"] = x => Exp(FromDouble(x)) - One,
            ["Log"] = x => Log(FromDouble(x)),
            ["Log2"] = x => Divide(Log(FromDouble(x)), Log(2 * One)),
            ["Log10"] = x => Divide(Log(FromDouble(x)), Log(10 * One)),
            ["Log1p"] = x => Log(One + FromDouble(x)),
            ["Sigmoid"] = x => Divide(One, One + Exp(-FromDouble(x))),
            ["Softplus"] = x => Log(One + Exp(FromDouble(x))),
            ["Tanh"] = x => Tanh(FromDouble(x)),
            ["Erf"] = x => Erf(FromDouble(x)),
            ["LogCosh"] = x => LogCosh(FromDouble(x)),
            ["Sin"] = x => Sin(FromDouble(x)),
            ["Cos"] = x => Sin(FromDouble(x) + (Pi / 2)),
            ["Tan"] = x => Divide(Sin(FromDouble(x)), Sin(FromDouble(x) + (Pi / 2))),
            ["Atan"] = x => Angle(FromDouble(x), One, Math.Atan(x)),
            ["Asin"] = x => Angle(FromDouble(x), Cathetus(FromDouble(x)), Math.Asin(x)),
            ["Acos"] = x => Angle(Cathetus(FromDouble(x)), FromDouble(x), Math.Acos(x)),
            ["Sinh"] = x => (Exp(FromDouble(x)) - Exp(-FromDouble(x))) / 2,
            ["Cosh"] = x => (Exp(FromDouble(x)) + Exp(-FromDouble(x))) / 2,
            ["Cbrt"] = CubeRoot,
        };

    public static IReadOnlyDictionary<string, Func<double, double, BigInteger>> BinaryFunctions { get; } =
        new Dictionary<string, Func<double, double, BigInteger>>
        {
            ["Pow"] = (x, y) => Exp(Multiply(FromDouble(y), Log(FromDouble(x)))),
            ["Atan2"] = (y, x) => Angle(FromDouble(y), FromDouble(x), Math.Atan2(y, x)),
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

    /// <summary>(−1)ⁿ Σ (−1)ᵏ r²ᵏ⁺¹ / (2k + 1)!, r being x less the nearest multiple nπ.</summary>
    private static BigInteger Sin(BigInteger x)
    {
        var n = BigInteger.Divide((2 * x) + (x.Sign * Pi), 2 * Pi);
        var r = x - (n * Pi);
        var square = Multiply(r, r);
        var sum = r;
        var term = r;
        for (var k = 2; !term.IsZero; k += 2)
        {
            term = -Multiply(term, square) / (k * (k + 1));
            sum += term;
        }
        return n.IsEven ? sum : -sum;
    }

    /// <summary>
    /// The angle of the point (x, y): turned back by an angle that is nearly right, which leaves a t for the power series of
    /// the arctangent so small that its cube has three times the zeros.
    /// </summary>
    private static BigInteger Angle(BigInteger y, BigInteger x, double nearly)
    {
        var angle = FromDouble(nearly);
        var (sine, cosine) = (Sin(angle), Sin(angle + (Pi / 2)));
        var t = Divide(Multiply(y, cosine) - Multiply(x, sine), Multiply(x, cosine) + Multiply(y, sine));
        var square = Multiply(t, t);
        for (var n = 1; !t.IsZero; n += 2)
        {
            angle += t / n;
            t = -Multiply(t, square);
        }
        return angle;
    }

    /// <summary>√(1 − x²).</summary>
    private static BigInteger Cathetus(BigInteger x) => SquareRoot(One - Multiply(x, x));

    /// <summary>Newton's iteration, which doubles the correct digits.</summary>
    private static BigInteger CubeRoot(double x)
    {
        var root = FromDouble(Math.Cbrt(x));
        for (var i = 0; i < 6; i++)
            root = ((2 * root) + Divide(FromDouble(x), Multiply(root, root))) / 3;
        return root;
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
