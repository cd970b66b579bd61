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
        Sum sum => Pieces(sum),
        Product { Factors: { Length: 1 } factors } product when factors[0] is (Grouped grouped, 1) => product.Coefficient * Recognise(grouped),
        Product product => Logistic(product),
        Grouped { IsQuotient: true } quotient when Added(quotient.Right, 1) is { } x && x.Equals(Function.Abs.Of(quotient.Left)) =>
            Softsign(quotient.Left),
        Grouped { IsQuotient: true } quotient when Added(quotient.Right, 1) is { } x && Exponent(x) is not null =>
            Logistic((Product)(quotient.Left / quotient.Right)),
        _ => expression,
    };

    /// <summary>
    /// max(z, 0) − z·y + ln(1 + e^−|z|), of which the first two are one product: their difference keeps what is left of a large z.
    /// The slope by z is σ(z) − y.
    /// </summary>
    public static Expr CrossEntropy(Expr z, Expr y)
    {
        var value = new Detach(z);
        return new Given(Function.Softplus.Of(-Function.Abs.Of(value)) + (value * ((value > 0) - y)), (z, Function.Sigmoid.Of(z) - y));
    }

    /// <summary>x / (1 + |x|), whose slope 1 / (1 + |x|)² is in one piece.</summary>
    public static Expr Softsign(Expr x)
    {
        var divisor = 1 + Function.Abs.Of(x);
        return new Given(new Detach(x / divisor), (x, divisor.Power(-2)));
    }

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

    /// <summary>
    /// max(a, b) + ln(1 + e^−|a − b|) is ln(eᵃ + eᵇ), which has no kink where its pieces have theirs; the value stays as it is written.
    /// With −y·a beside it, max(a, 0) is cross entropy, which keeps what is left of a large a if these two are one product.
    /// </summary>
    private static Expr Pieces(Sum sum)
    {
        foreach (var term in sum.Terms)
        {
            if (Larger(term) is not { } larger)
                continue;
            var (a, b) = larger;
            if (Array.Find(sum.Terms, other => IsRest(other, a - b)) is not { } rest)
                continue;
            var others = sum.Terms.Where(other => other != term && other != rest).ToList();
            if (b is not Number { Value: 0 })
            {
                return Sum.Of(others.Append(
                    new Given(new Detach(term + rest), (a, Function.Sigmoid.Of(a - b)), (b, Function.Sigmoid.Of(b - a)))));
            }

            if (others.Find(other => MultipleOf(a, other) is not null) is not { } multiple)
                return Sum.Of(others.Append(Function.Softplus.Of(a)));
            others.Remove(multiple);
            return Sum.Of(others.Append(CrossEntropy(a, -MultipleOf(a, multiple)!)));
        }

        return sum;

        static Expr? MultipleOf(Expr x, Expr term) =>
            term is Product product && Array.Exists(product.Factors, factor => factor.Exponent == 1 && factor.Base.Equals(x)) ? product / x : null;

        static (Expr A, Expr B)? Larger(Expr term) => term switch
        {
            Call call when call.Function == Function.Relu => (call.Arguments[0], 0),
            Choose { Condition: var condition } when term.Equals(Kinks.Max(condition.Left, condition.Right)) => (condition.Left, condition.Right),
            _ => null,
        };

        static bool IsRest(Expr term, Expr difference) => term is Call call && call.Function == Function.Softplus
            && (call.Arguments[0].Equals(-Function.Abs.Of(difference)) || call.Arguments[0].Equals(-Function.Abs.Of(-difference)));
    }

    /// <summary>x of constant + x; null for anything else.</summary>
    private static Expr? Added(Expr expression, double constant) =>
        expression is Sum { Terms: { Length: 2 } terms } && terms[0] is Number number && number.Value == constant ? terms[1] : null;

    /// <summary>u of eᵘ.</summary>
    private static Expr? Exponent(Expr expression) => expression is Call call && call.Function == Function.Exp ? call.Arguments[0] : null;
}
