using System.Linq;
using NetGen.Generator.Calculus;

namespace NetGen.Generator.Lowering;

/// <summary>What constants make of the terms of a sum, in code, where nothing else may be rearranged or rounded otherwise.</summary>
internal static class ConstantTerms
{
    public static bool IsZero(Expr term) => term is Number { Value: 0 };

    /// <summary>
    /// Nothing of a product with 0, −x of −1 · x; any other term as it is. A number stays in front of a difference: c · (x − m) is exact
    /// near m, and c · x − c · m is not.
    /// </summary>
    public static Expr Simplify(Expr term) => term switch
    {
        Product product when product.Factors.Any(factor => factor.Exponent > 0 && IsZero(factor.Base)) => Expr.Zero,
        Product { Coefficient: 1, Factors: { Length: 2 } factors } when factors.All(factor => factor.Exponent == 1) && factors.Count(factor => factor.Base is Number) == 1
            && !(factors.Any(factor => factor.Base is Sum) && factors.Any(factor => factor.Base is Number { Value: not (1 or -1) })) =>
            Product.Of(1, factors),
        _ => term,
    };
}
