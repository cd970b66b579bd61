using System.Linq;

namespace NetGen.Generator.Calculus;

/// <summary>
/// Known functions in the forms that people write them in, which lose digits or overflow where the function itself does not.
/// </summary>
internal static class Idioms
{
    /// <summary>The function that an expression is a form of, or the expression. Its parts have been looked at already.</summary>
    public static Expr Recognise(Expr expression) => expression switch
    {
        Call call when call.Function == Function.Log && Added(call.Arguments[0], 1) is { } x =>
            Exponent(x) is { } u ? Function.Softplus.Of(u) : Function.Log1p.Of(x),
        Call call when call.Function == Function.Log1p && Exponent(call.Arguments[0]) is { } u => Function.Softplus.Of(u),
        Call call when call.Function == Function.Log && call.Arguments[0] is Call cosh && cosh.Function == Function.Cosh =>
            Function.LogCosh.Of(cosh.Arguments[0]),
        Sum sum when Added(sum, -1) is { } x && Exponent(x) is { } u => Function.Expm1.Of(u),
        Product product => Logistic(product),
        _ => expression,
    };

    /// <summary>c / (1 + eᵘ) is c · sigmoid(−u), and eᵘ / (1 + eᵘ) is sigmoid(u).</summary>
    private static Expr Logistic(Product product)
    {
        var index = Array.FindIndex(product.Factors, factor => factor.Exponent == -1 && Added(factor.Base, 1) is { } x && Exponent(x) is not null);
        if (index < 0)
            return product;
        var exp = Added(product.Factors[index].Base, 1)!;
        var u = Exponent(exp)!;
        var rest = product.Factors.Where((_, other) => other != index).ToList();
        var isQuotient = rest.RemoveAll(factor => factor.Exponent == 1 && factor.Base.Equals(exp)) > 0;
        return Product.Of(product.Coefficient, [.. rest, (Function.Sigmoid.Of(isQuotient ? u : -u), 1)]);
    }

    /// <summary>x of constant + x; null for anything else.</summary>
    private static Expr? Added(Expr expression, double constant) =>
        expression is Sum { Terms: { Length: 2 } terms } && terms[0] is Number number && number.Value == constant ? terms[1] : null;

    /// <summary>u of eᵘ.</summary>
    private static Expr? Exponent(Expr expression) => expression is Call call && call.Function == Function.Exp ? call.Arguments[0] : null;
}
