namespace NetGen.Tests.Oracle;

/// <summary>An activation as a function of a whole layer: its values, and how a gradient passes back through it.</summary>
/// <param name="Apply">a = f(z).</param>
/// <param name="PullBack">∂C/∂z from z and ∂C/∂a.</param>
internal sealed record ActivationFormula(Func<double[], double[]> Apply, Func<double[], double[], double[]> PullBack)
{
    private const double SeluScale = 1.0507009873554804934193349852946;
    private const double SeluAlpha = 1.6732632423543772848170429916717;

    private static readonly double GeluTanhScale = Math.Sqrt(2 / Math.PI);

    private static readonly Dictionary<string, ActivationFormula> Table = new()
    {
        ["Identity"] = Elementwise(z => z, z => 1),
        ["Sigmoid"] = Elementwise(SpecialFunctions.Sigmoid, SigmoidSlope),
        ["Tanh"] = Elementwise(Math.Tanh, TanhSlope),
        ["Relu"] = Elementwise(z => Math.Max(z, 0), z => z > 0 ? 1 : 0),
        ["LeakyRelu"] = Elementwise(z => z > 0 ? z : 0.01 * z, z => z > 0 ? 1 : 0.01),
        ["Elu"] = Elementwise(z => z > 0 ? z : Math.Exp(z) - 1, z => z > 0 ? 1 : Math.Exp(z)),
        ["Selu"] = Elementwise(
            z => SeluScale * (z > 0 ? z : SeluAlpha * (Math.Exp(z) - 1)),
            z => SeluScale * (z > 0 ? 1 : SeluAlpha * Math.Exp(z))),
        ["Gelu"] = Elementwise(
            z => z * SpecialFunctions.NormalCumulative(z),
            z => SpecialFunctions.NormalCumulative(z) + (z * SpecialFunctions.NormalDensity(z))),
        ["GeluTanh"] = Elementwise(
            z => 0.5 * z * (1 + Math.Tanh(GeluTanhArgument(z))),
            z => (0.5 * (1 + Math.Tanh(GeluTanhArgument(z))))
                + (0.5 * z * TanhSlope(GeluTanhArgument(z)) * GeluTanhScale * (1 + (3 * 0.044715 * z * z)))),
        ["Silu"] = Elementwise(
            z => z * SpecialFunctions.Sigmoid(z),
            z => SpecialFunctions.Sigmoid(z) + (z * SigmoidSlope(z))),
        ["Softplus"] = Elementwise(SpecialFunctions.Softplus, SpecialFunctions.Sigmoid),
        ["Softsign"] = Elementwise(z => z / (1 + Math.Abs(z)), z => 1 / ((1 + Math.Abs(z)) * (1 + Math.Abs(z)))),
        ["HardSigmoid"] = Elementwise(HardSigmoid, HardSigmoidSlope),
        ["HardTanh"] = Elementwise(z => Math.Clamp(z, -1, 1), z => z > -1 && z < 1 ? 1 : 0),
        ["HardSwish"] = Elementwise(z => z * HardSigmoid(z), z => HardSigmoid(z) + (z * HardSigmoidSlope(z))),
        ["Mish"] = Elementwise(
            z => z * Math.Tanh(SpecialFunctions.Softplus(z)),
            z => Math.Tanh(SpecialFunctions.Softplus(z))
                + (z * TanhSlope(SpecialFunctions.Softplus(z)) * SpecialFunctions.Sigmoid(z))),
        ["Relu6"] = Elementwise(z => Math.Clamp(z, 0, 6), z => z > 0 && z < 6 ? 1 : 0),
        ["Softmax"] = new(SpecialFunctions.Softmax, SoftmaxPullBack),
    };

    public static IReadOnlyCollection<string> Names => Table.Keys;

    public static ActivationFormula Of(string name) => Table[name];

    private static ActivationFormula Elementwise(Func<double, double> value, Func<double, double> slope) => new(
        z => [.. z.Select(value)],
        (z, gradient) => [.. z.Zip(gradient, (zi, gi) => gi * slope(zi))]);

    private static double SigmoidSlope(double z) => SpecialFunctions.Sigmoid(z) * SpecialFunctions.Sigmoid(-z);

    private static double TanhSlope(double z) => 1 / (Math.Cosh(z) * Math.Cosh(z));

    private static double GeluTanhArgument(double z) => GeluTanhScale * (z + (0.044715 * z * z * z));

    private static double HardSigmoid(double z) => Math.Clamp(z + 3, 0, 6) / 6;

    private static double HardSigmoidSlope(double z) => z > -3 && z < 3 ? 1.0 / 6 : 0;

    /// <summary>The product with the Jacobian ∂pᵢ/∂zⱼ = pᵢ (δᵢⱼ − pⱼ), element by element.</summary>
    private static double[] SoftmaxPullBack(double[] z, double[] gradient)
    {
        var p = SpecialFunctions.Softmax(z);
        var result = new double[z.Length];
        for (var i = 0; i < z.Length; i++)
        {
            for (var j = 0; j < z.Length; j++)
                result[j] += gradient[i] * p[i] * ((i == j ? 1 : 0) - p[j]);
        }

        return result;
    }
}
