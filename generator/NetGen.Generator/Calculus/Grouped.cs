using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Calculus;

/// <summary>
/// left · right or left / right as the user grouped it. Canonical products take it as one factor: regrouped, a partial result
/// could leave the range that the user's own stay in, as (p − t)² / t² does where ((p − t) / t)² does not.
/// </summary>
internal sealed class Grouped : Expr
{
    // Well inside the range of single precision, so that a product with another such number is inside it too.
    private const double Large = 1e15;

    // So near to 1 that it does not matter which factor it is multiplied with first.
    private const double Small = 1024;

    private Grouped(Expr left, Expr right, bool isQuotient) => (Left, Right, IsQuotient) = (left, right, isQuotient);

    public Expr Left { get; }

    public Expr Right { get; }

    public bool IsQuotient { get; }

    public override Expr[] Children => [Left, Right];

    public override string? KeptAs => IsQuotient ? "quotient" : null;

    /// <summary>Whether a number can be moved out of its place without harm.</summary>
    public static bool IsModerate(double number) => Math.Abs(number) is >= 1 / Large and <= Large;

    /// <summary>left · right, grouped where the order of operations may count.</summary>
    public static Expr Times(Expr left, Expr right)
    {
        if (Selects(left) || Selects(right))
            return left * right;
        var (isNegative, a, b) = Unsigned(left, right);
        return isNegative ? -Multiply(a, b) : Multiply(a, b);
    }

    /// <summary>left / right, grouped but for numbers.</summary>
    public static Expr Over(Expr left, Expr right)
    {
        if (Selects(right))
            return left / right;
        if (Selects(left))
            return left * Over(1, right);
        var (isNegative, a, b) = Unsigned(left, right);
        return isNegative ? -Divide(a, b) : Divide(a, b);
    }

    /// <summary>A whole power, of which the exponent 0 gives 1 as in C#.</summary>
    public static Expr Power(Expr expression, int exponent) => exponent switch
    {
        < 0 => Over(1, Power(expression, -exponent)),
        0 => 1,
        _ => Enumerable.Repeat(expression, exponent).Aggregate(Times),
    };

    /// <summary>A product of derivatives: grouped where the user's formula has groups, else canonical, to find what cancels.</summary>
    public static Expr Chain(Expr outer, Expr inner) => outer.HasGroups || inner.HasGroups ? Times(outer, inner) : outer * inner;

    public override Expr WithChildren(Expr[] children) => IsQuotient ? Over(children[0], children[1]) : Times(children[0], children[1]);

    public override Expr MapLeaves(Func<Leaf, Expr> map) => new Grouped(Left.MapLeaves(map), Right.MapLeaves(map), IsQuotient);

    protected override string BuildKey() => $"z({(IsQuotient ? "over" : "times")} {Left.Key} {Right.Key})";

    private static Expr Multiply(Expr a, Expr b)
    {
        if (a is Number && b is not Number)
            (a, b) = (b, a);
        if (b is Number { Value: var number })
        {
            return (a, Monomial(a)) switch
            {
                (Number other, _) => other.Value * number,
                _ when number == 1 => a,
                (Product product, null) when IsNearOne(product.Coefficient * number) => Product.Of(number, [(product, 1)]),
                (_, { } power) when IsFinite(number) && Scaled(power, number) is { } scaled => scaled,
                _ => new Grouped(b, a, isQuotient: false),
            };
        }

        // The partial products of c · xⁿ are a geometric sequence: they lie between c and the result.
        return (Monomial(a), Monomial(b)) switch
        {
            ({ } x, { } y) when x.Base.Equals(y.Base) && Scaled((x.Coefficient, x.Base, x.Exponent + y.Exponent), y.Coefficient) is { } power => power,
            ({ Exponent: 1 } x, { Exponent: 1 } y) when IsNearOne(x.Coefficient * y.Coefficient) =>
                Product.Of(x.Coefficient * y.Coefficient, [(x.Base, 1), (y.Base, 1)]),
            _ => new Grouped(a, b, isQuotient: false),
        };
    }

    private static Expr Divide(Expr a, Expr b) => (a, b) switch
    {
        (Number left, Number right) => left.Value / right.Value,
        (_, Number { Value: 1 }) => a,
        (_, Number { Value: var number }) when IsModerate(number) => Multiply(1 / number, a),
        _ => new Grouped(a, b, isQuotient: true),
    };

    /// <summary>number · coefficient · baseᵉ in canonical form; null where that would round a number away, or distribute it over a sum.</summary>
    private static Expr? Scaled((double Coefficient, Expr Base, int Exponent) power, double number)
    {
        var coefficient = power.Coefficient * number;
        return (power.Coefficient == 1 || number == 1 || IsModerate(coefficient)) && !(power is { Base: Sum, Exponent: 1 } && coefficient != 1)
            ? Product.Of(coefficient, [(power.Base, power.Exponent)])
            : null;
    }

    /// <summary>c, x and n of c · xⁿ with n > 0; null for a product of several quantities.</summary>
    private static (double Coefficient, Expr Base, int Exponent)? Monomial(Expr expression) => expression switch
    {
        Product { Factors: { Length: 1 } factors } product when factors[0].Exponent > 0 => (product.Coefficient, factors[0].Base, factors[0].Exponent),
        Grouped { IsQuotient: false, Left: Number number, Right: Sum sum } => (number.Value, sum, 1),
        Product or Number => null,
        _ => (1, expression, 1),
    };

    /// <summary>Whether canonical products treat it as a choice of what counts.</summary>
    private static bool Selects(Expr expression) => expression switch
    {
        Compare or Choose { Then: Number { Value: 0 } } => true,
        Product product => product.Factors.Any(factor => Selects(factor.Base)),
        _ => false,
    };

    private static (bool IsNegative, Expr Left, Expr Right) Unsigned(Expr left, Expr right)
    {
        var (a, b) = (IsNegative(left), IsNegative(right));
        return (a != b, a ? Negated(left) : left, b ? Negated(right) : right);

        static bool IsNegative(Expr expression) => expression is Product { Coefficient: < 0 } or Number { Value: < 0 };

        static Expr Negated(Expr expression) => expression is Product product ? product.Negated() : -expression;
    }

    private static bool IsNearOne(double number) => Math.Abs(number) is >= 1 / Small and <= Small;

    private static bool IsFinite(double number) => number != 0 && !double.IsNaN(number) && !double.IsInfinity(number);
}
