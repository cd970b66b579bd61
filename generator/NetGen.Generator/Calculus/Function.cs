namespace NetGen.Generator.Calculus;

/// <summary>
/// An elementary function, known by its own derivative in its cheapest form: through the function's value y where
/// that is stored anyway. This table is the only place that knows a derivative.
/// </summary>
/// <param name="Name">The name, also of the method in <c>NetGen.Numerics.Elementary</c>.</param>
/// <param name="Evaluate">The value in double precision, for constants and for the interpreter.</param>
/// <param name="Derivative">dy/dx from x and y.</param>
internal sealed record Function(string Name, Func<double, double> Evaluate, Func<Expr, Expr, Expr> Derivative)
{
    public static readonly Function Exp = new("Exp", Math.Exp, (x, y) => y) { Operations = (35, 47) };
    public static readonly Function Log = new("Log", Math.Log, (x, y) => x.Power(-1)) { Operations = (47, 53) };
    public static readonly Function Tanh = new("Tanh", Math.Tanh, (x, y) => 1 - (y * y)) { Operations = (28, 54) };
    public static readonly Function Sigmoid = new("Sigmoid", x => 1 / (1 + Math.Exp(-x)), (x, y) => y * (1 - y)) { Operations = (40, 52) };
    public static readonly Function Relu = new("Relu", x => x <= 0 ? 0 : x, (x, y) => Choose.Of(y <= 0, 0, 1));
    public static readonly Function Expm1 = new("Expm1", x => Math.Abs(x) < 1e-5 ? x + (x * x / 2) : Math.Exp(x) - 1, (x, y) => y + 1) { Operations = (39, 51) };
    public static readonly Function Erf = new(
        "Erf", _ => throw new NotSupportedException("The error function of a constant."), (x, y) => 2 / Math.Sqrt(Math.PI) * Exp.Of(-(x * x)))
    {
        Operations = (60, 88),
    };
    public static readonly Function Abs = new("Abs", Math.Abs, (x, y) => (x > 0) - (x < 0));
    public static readonly Function LogCosh = new(
        "LogCosh", x => Math.Abs(x) + Math.Log(1 + Math.Exp(-2 * Math.Abs(x))) - Math.Log(2), (x, y) => Tanh.Of(x))
    {
        Operations = (55, 73),
    };
    public static readonly Function Softplus = new(
        "Softplus", x => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x))), (x, y) => Sigmoid.Of(x))
    {
        Operations = (53, 75),
    };

    /// <summary>Operations and constants that its method is made of in either precision; 1 for an instruction of the machine.</summary>
    public (int Single, int Double) Operations { get; init; } = (1, 1);

    public Expr Of(Expr argument) => Call.Of(this, argument);
}
