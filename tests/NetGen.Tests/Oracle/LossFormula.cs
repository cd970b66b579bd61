namespace NetGen.Tests.Oracle;

/// <summary>A loss of one sample, as a function of the last layer's result a.</summary>
/// <param name="Predict">The network's output: a, or its sigmoid or softmax where the loss implies it.</param>
/// <param name="Value">C(a, y).</param>
/// <param name="Gradient">∂C/∂a.</param>
internal sealed record LossFormula(
    Func<double[], double[]> Predict,
    Func<double[], double[], double> Value,
    Func<double[], double[], double[]> Gradient)
{
    private const double HuberDelta = 1;

    private static readonly Dictionary<string, Func<string, LossFormula>> Table = new()
    {
        ["Quadratic"] = PerOutput("Sum", (a, y) => 0.5 * (a - y) * (a - y), (a, y) => a - y),
        ["MeanSquaredError"] = PerOutput("Mean", (a, y) => (a - y) * (a - y), (a, y) => 2 * (a - y)),
        ["MeanAbsoluteError"] = PerOutput("Mean", (a, y) => Math.Abs(a - y), (a, y) => Math.Sign(a - y)),
        ["Huber"] = PerOutput("Mean", Huber, (a, y) => Math.Clamp(a - y, -HuberDelta, HuberDelta)),
        ["LogCosh"] = PerOutput("Mean", LogCosh, (a, y) => Math.Tanh(a - y)),
        ["Hinge"] = PerOutput("Mean", (a, y) => Math.Max(0, 1 - (y * a)), (a, y) => 1 - (y * a) > 0 ? -y : 0),
        ["SquaredHinge"] = PerOutput(
            "Mean",
            (a, y) => Math.Pow(Math.Max(0, 1 - (y * a)), 2),
            (a, y) => -2 * y * Math.Max(0, 1 - (y * a))),
        ["BinaryCrossEntropy"] = PerOutput(
            "Sum",
            (a, y) => (-y * ClampedLog(a)) - ((1 - y) * ClampedLog(1 - a)),
            (a, y) => (a - y) / (a * (1 - a))),
        ["BinaryCrossEntropyWithLogits"] = PerOutput(
            "Sum",
            (z, y) => SpecialFunctions.Softplus(z) - (z * y),
            (z, y) => SpecialFunctions.Sigmoid(z) - y,
            SpecialFunctions.Sigmoid),
        ["SoftmaxCrossEntropy"] = _ => new(
            SpecialFunctions.Softmax,
            (z, y) => -Sum(y, SpecialFunctions.LogSoftmax(z), (yj, logP) => yj * logP),
            SoftmaxGradient),
        ["CategoricalCrossEntropy"] = _ => new(
            a => a,
            (a, y) => -Sum(y, a, (yj, aj) => yj * Math.Log(aj)),
            (a, y) => [.. y.Zip(a, (yj, aj) => -yj / aj)]),
        ["KlDivergenceWithLogits"] = _ => new(
            SpecialFunctions.Softmax,
            (z, y) => Sum(y, SpecialFunctions.LogSoftmax(z), RelativeEntropy),
            SoftmaxGradient),
        ["KlDivergence"] = _ => new(
            a => a,
            (a, y) => Sum(y, a, (yj, aj) => RelativeEntropy(yj, Math.Log(aj))),
            (a, y) => [.. y.Zip(a, (yj, aj) => -yj / aj)]),
    };

    public static IReadOnlyCollection<string> Names => Table.Keys;

    /// <summary>Gets a loss by its name and the name of its reduction: Default, Sum or Mean.</summary>
    public static LossFormula Of(string name, string reduction) => Table[name](reduction);

    private static Func<string, LossFormula> PerOutput(
        string defaultReduction,
        Func<double, double, double> value,
        Func<double, double, double> slope,
        Func<double, double>? predict = null) => reduction =>
    {
        var isMean = (reduction == "Default" ? defaultReduction : reduction) == "Mean";
        return new(
            a => predict is null ? a : [.. a.Select(predict)],
            (a, y) => Sum(a, y, value) / (isMean ? a.Length : 1),
            (a, y) => [.. a.Zip(y, (aj, yj) => slope(aj, yj) / (isMean ? a.Length : 1))]);
    };

    private static double Sum(double[] left, double[] right, Func<double, double, double> term) => left.Zip(right, term).Sum();

    private static double Huber(double a, double y)
    {
        var e = Math.Abs(a - y);
        return e <= HuberDelta ? 0.5 * e * e : HuberDelta * (e - (0.5 * HuberDelta));
    }

    /// <summary>ln cosh e = |e| + ln(1 + e^−2|e|) − ln 2, which neither overflows nor cancels at large e.</summary>
    private static double LogCosh(double a, double y)
    {
        var e = Math.Abs(a - y);
        return e + SpecialFunctions.LogOnePlus(Math.Exp(-2 * e)) - Math.Log(2);
    }

    /// <summary>ln x, at least −100 as in PyTorch's binary cross entropy.</summary>
    private static double ClampedLog(double x) => Math.Max(Math.Log(x), -100);

    /// <summary>y (ln y − ln p), with 0 ln 0 = 0.</summary>
    private static double RelativeEntropy(double y, double logP) => y == 0 ? 0 : y * (Math.Log(y) - logP);

    /// <summary>∂/∂zⱼ of −Σ y ln softmax(z): pⱼ Σy − yⱼ, for targets with any sum.</summary>
    private static double[] SoftmaxGradient(double[] z, double[] y)
    {
        var total = y.Sum();
        return [.. SpecialFunctions.Softmax(z).Zip(y, (pj, yj) => (pj * total) - yj)];
    }
}
