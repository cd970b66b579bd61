using System.Linq;

namespace NetGen.Generator.Calculus;

/// <summary>Partial derivatives of scalar expressions: linearity, the product rule and the chain rule.</summary>
internal static class Differentiate
{
    /// <summary>∂expression/∂variable, simplified.</summary>
    public static Expr By(this Expr expression, Leaf variable) => expression switch
    {
        _ when !expression.Leaves.Contains(variable) => Expr.Zero,
        Sum sum => Sum.Of(sum.Terms.Select(term => term.By(variable))),
        Product product => Sum.Of(product.Factors.Select(factor => factor.Base.By(variable) is var inner && inner is Number { Value: 0 }
            ? Expr.Zero
            : Grouped.Chain(factor.Exponent * product / factor.Base, inner))),
        Grouped { IsQuotient: false } product => Sum.Of([
            Scaled(product.Left.By(variable), inner => Grouped.Times(inner, product.Right)),
            Scaled(product.Right.By(variable), inner => Grouped.Times(product.Left, inner))]),
        Grouped quotient => Sum.Of([
            Scaled(quotient.Left.By(variable), inner => Grouped.Over(inner, quotient.Right)),
            Scaled(quotient.Right.By(variable), inner => -Grouped.Times(quotient, Grouped.Over(inner, quotient.Right)))]),
        Call call => Sum.Of(call.Arguments.Zip(call.Function.Partials, (argument, partial) =>
            Scaled(argument.By(variable), inner => Grouped.Chain(inner, Slope(call, partial, inner))))),
        Given given => Sum.Of(given.Partials.Select(pair =>
            Scaled(pair.Argument.By(variable), inner => Grouped.Chain(inner, pair.Partial))).Prepend(given.Value.By(variable))),
        Choose choose => Choose.Of(choose.Condition, choose.Then.By(variable), choose.Otherwise.By(variable)),
        Leaf => Expr.One,
        Compare or Detach => Expr.Zero,
        _ => throw new InvalidOperationException($"No derivative rule for {expression.GetType().Name}."),
    };

    /// <summary>
    /// The function's slope. Where that vanishes far out, as those of tanh and the exponential do, it selects: a polynomial inside
    /// may have an infinite slope there.
    /// </summary>
    private static Expr Slope(Call call, Func<Expr[], Expr, Expr> partial, Expr inner) =>
        partial(call.Arguments, call) is var slope && call.Function.Vanishes && !IsBounded(inner) ? (slope > 0) * slope : slope;

    private static bool IsBounded(Expr expression) => expression is Number || expression.Leaves.Length == 0
        || (expression is Call { Function.Vanishes: true } call && call.Function != Function.Exp);

    /// <summary>What an inner derivative is multiplied by; nothing where that is 0, for 0 · ∞ would be no number.</summary>
    private static Expr Scaled(Expr inner, Func<Expr, Expr> product) => inner is Number { Value: 0 } ? Expr.Zero : product(inner);
}
