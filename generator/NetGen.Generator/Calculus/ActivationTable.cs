using System.Collections.Generic;

namespace NetGen.Generator.Calculus;

/// <summary>Every activation, one line of formula each. Derivatives follow from <see cref="Function"/>.</summary>
internal static class ActivationTable
{
    private static readonly Dictionary<string, Func<Expr, Expr>> Formulas = new(StringComparer.Ordinal)
    {
        ["Identity"] = x => x,
        ["Sigmoid"] = Function.Sigmoid.Of,
        ["Tanh"] = Function.Tanh.Of,
        ["Relu"] = Function.Relu.Of,
    };

    /// <summary>σ(x).</summary>
    public static Expr Apply(string activation, Expr x) => Formulas[activation](x);

    public static bool IsIdentity(string activation) => activation == "Identity";

    public static bool Contains(string activation) => Formulas.ContainsKey(activation);
}
