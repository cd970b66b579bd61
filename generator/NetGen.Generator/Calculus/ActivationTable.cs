using System.Collections.Generic;
using static NetGen.Generator.Calculus.Kinks;

namespace NetGen.Generator.Calculus;

/// <summary>
/// Every activation of the library, one line of formula each. Derivatives follow from <see cref="Function"/>; at a kink they
/// follow the branch that the formula takes there.
/// </summary>
internal static class ActivationTable
{
    private static readonly Dictionary<string, Activation> Activations = new(StringComparer.Ordinal)
    {
        ["Identity"] = new((x, _) => x),
        ["Sigmoid"] = new((x, _) => Function.Sigmoid.Of(x)),
        ["Tanh"] = new((x, _) => Function.Tanh.Of(x)),
        ["Relu"] = new((x, _) => Function.Relu.Of(x)),
        ["LeakyRelu"] = new((x, slope) => If(x > 0, x, slope * x), 0.01),
        ["Elu"] = new((x, alpha) => If(x > 0, x, alpha * Function.Expm1.Of(x)), 1),
        ["Selu"] = new((x, _) => SeluScale * If(x > 0, x, SeluAlpha * Function.Expm1.Of(x))),
        ["Gelu"] = new((x, _) => 0.5 * x * (1 + Function.Erf.Of(Math.Sqrt(0.5) * x))),
        ["GeluTanh"] = new((x, _) => 0.5 * x * (1 + Function.Tanh.Of(Grouped.Times(Math.Sqrt(2 / Math.PI), x + (0.044715 * x.Power(3)))))),
        ["Silu"] = new((x, _) => x * Function.Sigmoid.Of(x)),
        ["Softplus"] = new((x, _) => Function.Softplus.Of(x)),
        ["Softsign"] = new((x, _) => Idioms.Softsign(x)),
        ["HardSigmoid"] = new((x, _) => HardSigmoid(x)),
        ["HardTanh"] = new((x, _) => Clamp(x, -1, 1)),
        ["HardSwish"] = new((x, _) => x * HardSigmoid(x)),
        ["Mish"] = new((x, _) => x * Function.Tanh.Of(Function.Softplus.Of(x))),
        ["Relu6"] = new((x, _) => Clamp(x, 0, 6)),
    };

    // G. Klambauer et al., Self-Normalizing Neural Networks, 2017, equation 2.
    private const double SeluScale = 1.0507009873554804934193349852946;
    private const double SeluAlpha = 1.6732632423543772848170429916717;

    /// <summary>σ(x).</summary>
    /// <param name="alpha">The slope of leaky relu, the α of elu; NaN for the usual one.</param>
    public static Expr Apply(string activation, double alpha, Expr x) =>
        Activations[activation].Formula(x, double.IsNaN(alpha) ? Activations[activation].Alpha : alpha);

    public static bool IsIdentity(string activation) => activation == "Identity";

    /// <summary>Softmax alone is not a function of one element; its formula is a layer's.</summary>
    public static bool IsSoftmax(string activation) => activation == "Softmax";

    private static Expr HardSigmoid(Expr x) => If(x <= -3, 0, If(x >= 3, 1, (x / 6) + 0.5));

    private sealed record Activation(Func<Expr, double, Expr> Formula, double Alpha = double.NaN);
}
