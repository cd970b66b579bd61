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
        Product product => Sum.Of(product.Factors.Select(factor =>
            factor.Base.By(variable) * factor.Exponent * product / factor.Base)),
        Call call => Sum.Of(call.Arguments.Zip(call.Function.Partials, (argument, partial) =>
            argument.By(variable) is var inner && inner is Number { Value: 0 } ? Expr.Zero : inner * partial(call.Arguments, call))),
        Given given => Sum.Of(given.Partials.Select(pair => pair.Argument.By(variable) * pair.Partial).Prepend(given.Value.By(variable))),
        Choose choose => Choose.Of(choose.Condition, choose.Then.By(variable), choose.Otherwise.By(variable)),
        Leaf => Expr.One,
        Compare or Detach => Expr.Zero,
        _ => throw new InvalidOperationException($"No derivative rule for {expression.GetType().Name}."),
    };
}
