namespace NetGen.Tests.Drawn;

/// <summary>An activation as a user writes one, beside its value and derivatives in double by hand.</summary>
/// <param name="Source">The method, in which T stands for the precision.</param>
/// <param name="Learnables">Whether each learnable parameter is one a unit.</param>
/// <param name="Value">f(x, θ).</param>
/// <param name="Slope">∂f/∂x.</param>
/// <param name="ByLearnables">∂f/∂θ, one after the other.</param>
internal sealed record UserFunction(
    string Name,
    string Source,
    bool[] Learnables,
    Func<double, double[], double> Value,
    Func<double, double[], double> Slope,
    Func<double, double[], double[]> ByLearnables)
{
    /// <summary>Functions with no, one and two learnable parameters, a unit's own and shared, whose derivatives read each other's or do not.</summary>
    public static UserFunction[] All { get; } =
    [
        new(
            "Bent",
            "static T Bent(T x) => ((T)Math.Sqrt(x * x + 1) - 1) / 2 + x;",
            [],
            (x, _) => ((Math.Sqrt((x * x) + 1) - 1) / 2) + x,
            (x, _) => (x / (2 * Math.Sqrt((x * x) + 1))) + 1,
            (_, _) => []),
        new(
            "Snake",
            "static T Snake(T x, [Learnable(1, PerUnit = true)] T frequency) { var wave = (T)Math.Sin(frequency * x); return x + wave * wave / frequency; }",
            [true],
            (x, p) => x + (Math.Pow(Math.Sin(p[0] * x), 2) / p[0]),
            (x, p) => 1 + (2 * Math.Sin(p[0] * x) * Math.Cos(p[0] * x)),
            (x, p) => [(2 * x * Math.Sin(p[0] * x) * Math.Cos(p[0] * x) / p[0]) - Math.Pow(Math.Sin(p[0] * x) / p[0], 2)]),
        new(
            "PRelu",
            "static T PRelu(T x, [Learnable(0.25)] T slope) => x > 0 ? x : slope * x;",
            [false],
            (x, p) => x > 0 ? x : p[0] * x,
            (x, p) => x > 0 ? 1 : p[0],
            (x, _) => [x > 0 ? 0 : x]),
        new(
            "Swish",
            "static T Swish(T x, [Learnable(1, PerUnit = true)] T beta) => x / (1 + (T)Math.Exp(-beta * x));",
            [true],
            (x, p) => x * Logistic(p[0] * x),
            (x, p) => Logistic(p[0] * x) + (p[0] * x * Logistic(p[0] * x) * Logistic(-p[0] * x)),
            (x, p) => [x * x * Logistic(p[0] * x) * Logistic(-p[0] * x)]),
        new(
            "Bell",
            "static T Bell(T x, [Learnable(1)] T width) => (T)Math.Exp(-width * x * x);",
            [false],
            (x, p) => Math.Exp(-p[0] * x * x),
            (x, p) => -2 * p[0] * x * Math.Exp(-p[0] * x * x),
            (x, p) => [-x * x * Math.Exp(-p[0] * x * x)]),
        new(
            "Parabola",
            "static T Parabola(T x, [Learnable(1, PerUnit = true)] T bend, [Learnable(1, PerUnit = true)] T tilt) => bend * x * x + tilt * x;",
            [true, true],
            (x, p) => (p[0] * x * x) + (p[1] * x),
            (x, p) => (2 * p[0] * x) + p[1],
            (x, _) => [x * x, x]),
        new(
            "Mixed",
            "static T Mixed(T x, [Learnable(1)] T a, [Learnable(1, PerUnit = true)] T b) => x * a * b + (T)Math.Sin(a * x) * b * b;",
            [false, true],
            (x, p) => (x * p[0] * p[1]) + (Math.Sin(p[0] * x) * p[1] * p[1]),
            (x, p) => (p[0] * p[1]) + (p[0] * Math.Cos(p[0] * x) * p[1] * p[1]),
            (x, p) => [(x * p[1]) + (x * Math.Cos(p[0] * x) * p[1] * p[1]), (x * p[0]) + (2 * p[1] * Math.Sin(p[0] * x))]),
        new(
            "Gated",
            "static T Gated(T x, [Learnable(1, PerUnit = true)] T gain, [Learnable(1, PerUnit = true)] T gate) => gain * (T)Math.Tanh(gate * x);",
            [true, true],
            (x, p) => p[0] * Math.Tanh(p[1] * x),
            (x, p) => p[0] * p[1] / Math.Pow(Math.Cosh(p[1] * x), 2),
            (x, p) => [Math.Tanh(p[1] * x), p[0] * x / Math.Pow(Math.Cosh(p[1] * x), 2)]),
    ];

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
