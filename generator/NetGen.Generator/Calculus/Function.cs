namespace NetGen.Generator.Calculus;

/// <summary>
/// An elementary function, known by its own derivative in its cheapest form: through the function's value y where
/// that is stored anyway. This table is the only place that knows a derivative.
/// </summary>
/// <param name="Name">The name, also of the method in <c>NetGen.Numerics.Elementary</c>.</param>
/// <param name="Evaluate">The value in double precision, for constants; null where the generator has none.</param>
/// <param name="Partials">∂y/∂argument, for each argument, from all arguments and y.</param>
internal sealed record Function(string Name, Func<double[], double>? Evaluate, params Func<Expr[], Expr, Expr>[] Partials)
{
    public static readonly Function Exp = new("Exp", Math.Exp, (x, y) => y) { Operations = (35, 47), Vanishes = true };
    public static readonly Function Expm1 = new("Expm1", x => Math.Abs(x) < 1e-5 ? x + (x * x / 2) : Math.Exp(x) - 1, (x, y) => y + 1) { Operations = (39, 51) };
    public static readonly Function Log = new("Log", Math.Log, (x, y) => x.Power(-1)) { Operations = (47, 53) };
    public static readonly Function Log1p = new("Log1p", x => Math.Abs(x) < 1e-5 ? x - (x * x / 2) : Math.Log(1 + x), (x, y) => 1 / (1 + x)) { Operations = (51, 57) };
    public static readonly Function Log2 = new("Log2", x => Math.Log(x, 2), (x, y) => 1 / Math.Log(2) * x.Power(-1)) { Operations = (50, 56) };
    public static readonly Function Log10 = new("Log10", Math.Log10, (x, y) => 1 / Math.Log(10) * x.Power(-1)) { Operations = (56, 62) };
    public static readonly Function Sqrt = new("Sqrt", Math.Sqrt, (x, y) => 0.5 / y);
    public static readonly Function Cbrt = new("Cbrt", x => x < 0 ? -Math.Pow(-x, 1 / 3.0) : Math.Pow(x, 1 / 3.0), (x, y) => 1 / (3 * y * y)) { Operations = (63, 69) };
    public static readonly Function Pow = new(
        "Pow",
        Math.Pow,
        // xᵃ is 1 for a = 0, also at 0, and there it is 0 for every a > 0.
        (x, exponent, y) => Condition.Of(Comparison.Equal, exponent, 0).Select(0, Grouped.Times(exponent, Pow!.Of(x, exponent - 1))),
        (x, exponent, y) => Condition.Of(Comparison.Equal, x, 0).Select(
            Condition.Of(Comparison.GreaterOrEqual, exponent, 0).Select(0, double.NegativeInfinity), y * Log.Of(x)))
    { Operations = (162, 182) };
    public static readonly Function Remainder = new(
        "Remainder", (x, divisor) => x % divisor, (x, divisor, y) => 1, (x, divisor, y) => -Round!.Of(Grouped.Over(x - y, divisor)))
    { Operations = (40, 40) };
    public static readonly Function Sin = new("Sin", Math.Sin, (x, y) => Cos!.Of(x)) { Operations = (53, 63) };
    public static readonly Function Cos = new("Cos", Math.Cos, (x, y) => -Sin.Of(x)) { Operations = (55, 65) };
    public static readonly Function Tan = new("Tan", Math.Tan, (x, y) => 1 + (y * y)) { Operations = (53, 64) };
    public static readonly Function Asin = new("Asin", Math.Asin, (x, y) => 1 / Sqrt.Of((1 - x) * (1 + x))) { Operations = (40, 57) };
    public static readonly Function Acos = new("Acos", Math.Acos, (x, y) => -1 / Sqrt.Of((1 - x) * (1 + x))) { Operations = (41, 58) };
    public static readonly Function Atan = new("Atan", Math.Atan, (x, y) => 1 / (1 + Grouped.Times(x, x))) { Operations = (52, 65) };
    public static readonly Function Atan2 = new(
        "Atan2", Math.Atan2, (a, b, y) => OverSquares(b, a, b), (a, b, y) => -OverSquares(a, a, b))
    { Operations = (67, 80) };
    public static readonly Function Sinh = new("Sinh", Math.Sinh, (x, y) => Cosh!.Of(x)) { Operations = (44, 56) };
    public static readonly Function Cosh = new("Cosh", Math.Cosh, (x, y) => Sinh.Of(x)) { Operations = (37, 49) };
    public static readonly Function Tanh = new("Tanh", Math.Tanh, (x, y) => 1 - (y * y)) { Operations = (29, 54), Vanishes = true };
    public static readonly Function Sigmoid = new("Sigmoid", x => 1 / (1 + Math.Exp(-x)), (x, y) => y * (1 - y)) { Operations = (40, 52), Vanishes = true };
    public static readonly Function Relu = new("Relu", x => x <= 0 ? 0 : x, (x, y) => Choose.Of(y <= 0, 0, 1));
    public static readonly Function Abs = new("Abs", Math.Abs, (x, y) => (x > 0) - (x < 0));
    public static readonly Function Softplus = new(
        "Softplus", x => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x))), (x, y) => Sigmoid.Of(x))
    { Operations = (53, 75) };
    public static readonly Function LogCosh = new(
        "LogCosh", x => Math.Abs(x) + Math.Log(1 + Math.Exp(-2 * Math.Abs(x))) - Math.Log(2), (x, y) => Tanh.Of(x))
    { Operations = (55, 73) };
    public static readonly Function Erf = new(
        "Erf", null, (x, y) => 2 / Math.Sqrt(Math.PI) * Exp.Of(-Grouped.Times(x[0], x[0])))
    { Operations = (60, 88), Vanishes = true };
    public static readonly Function Floor = new("Floor", Math.Floor, (x, y) => 0);
    public static readonly Function Ceiling = new("Ceiling", Math.Ceiling, (x, y) => 0);
    public static readonly Function Round = new("Round", Math.Round, (x, y) => 0) { Operations = (8, 8) };
    public static readonly Function Truncate = new("Truncate", Math.Truncate, (x, y) => 0) { Operations = (11, 11) };

    /// <summary>Rounds to single precision, in double precision.</summary>
    public static readonly Function Narrow = new("Narrow", x => (float)x, (x, y) => 1) { Operations = (2, 2) };

    private Function(string name, Func<double, double> evaluate, Func<Expr, Expr, Expr> derivative)
        : this(name, x => evaluate(x[0]), (x, y) => derivative(x[0], y))
    {
    }

    private Function(
        string name, Func<double, double, double> evaluate, Func<Expr, Expr, Expr, Expr> byFirst, Func<Expr, Expr, Expr, Expr> bySecond)
        : this(name, x => evaluate(x[0], x[1]), (x, y) => byFirst(x[0], x[1], y), (x, y) => bySecond(x[0], x[1], y))
    {
    }

    /// <summary>Operations and constants that its method is made of in either precision; 1 for an instruction of the machine.</summary>
    public (int Single, int Double) Operations { get; init; } = (1, 1);

    /// <summary>Whether its slope, which is nowhere negative, is 0 from some argument on, in one direction at least.</summary>
    public bool Vanishes { get; init; }

    public Expr Of(params Expr[] arguments) => Call.Of(this, arguments);

    /// <summary>x / (a² + b²), of which no square leaves the range.</summary>
    private static Expr OverSquares(Expr x, Expr a, Expr b)
    {
        var length = Lengths.Hypot(a, b);
        return Grouped.Over(Grouped.Over(x, length), length);
    }
}
