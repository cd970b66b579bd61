namespace NetGen.Generator.Calculus;

/// <summary>
/// Functions with a square of their argument inside, in forms whose partial results are in range wherever the function is.
/// </summary>
internal static class Lengths
{
    /// <summary>From here on, a² + 1 is a² in either precision, and a² is in range.</summary>
    private const double Large = 1e9;

    /// <summary>√(a² + b²) = max √(1 + (min / max)²) of the magnitudes.</summary>
    public static Expr Hypot(Expr a, Expr b)
    {
        Expr value = Length(new Detach(Function.Abs.Of(a)), new Detach(Function.Abs.Of(b)));
        return new Given(value, (a, Grouped.Over(a, value)), (b, Grouped.Over(b, value)));
    }

    /// <summary>ln(x + √(x² + 1)), odd.</summary>
    public static Expr Asinh(Expr x)
    {
        var a = Function.Abs.Of(x);
        var square = Grouped.Times(a, a);
        var root = Function.Sqrt.Of(1 + square);
        var value = Kinks.If(a > Large, Function.Log.Of(a) + Math.Log(2), Function.Log1p.Of(a + Grouped.Over(square, 1 + root)));
        return new Given(new Detach(Kinks.If(x < 0, -value, value)), (x, Kinks.If(a > Large, Grouped.Over(1, a), Grouped.Over(1, root))));
    }

    /// <summary>ln(x + √(x² − 1)) by t = x − 1, which is exact where x is near 1.</summary>
    public static Expr Acosh(Expr x)
    {
        var t = x - 1;
        var root = Function.Sqrt.Of(t) * Function.Sqrt.Of(x + 1);
        var value = Kinks.If(x > Large, Function.Log.Of(x) + Math.Log(2), Function.Log1p.Of(t + root));
        return new Given(new Detach(value), (x, Grouped.Over(1, root)));
    }

    private static Expr Length(Expr a, Expr b)
    {
        var (max, min) = (Kinks.If(a < b, b, a), Kinks.If(a < b, a, b));
        var ratio = Kinks.If(new(Comparison.Equal, a, b), 1, Grouped.Over(min, max));
        return Grouped.Times(max, Function.Sqrt.Of(1 + Grouped.Times(ratio, ratio)));
    }
}
