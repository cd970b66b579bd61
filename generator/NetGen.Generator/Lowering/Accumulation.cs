using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;

namespace NetGen.Generator.Lowering;

/// <summary>Adds expressions to an accumulator, by fused multiply-adds where a term is a product and it need not be exact.</summary>
internal static class Accumulation
{
    /// <summary>accumulator + expression, evaluated in the scope.</summary>
    public static Expr Add(Expr accumulator, Expr expression, Scope scope)
    {
        var terms = expression is Sum sum ? sum.Terms : [expression];
        return terms.Aggregate(accumulator, (total, term) => AddTerm(total, term, scope));
    }

    /// <summary>Splits a product in two factors: what is the same in every lane, or else the first factor, and the rest.</summary>
    /// <returns>Null for what is no product, or one that must be multiplied in the order of its factors.</returns>
    public static (Expr Left, Expr Right)? Factors(Expr term, Scope scope)
    {
        if (term is not Product product || product.Factors.Any(factor => factor.Base is Compare))
            return null;
        if (scope.Placement.IsExact && !IsPair(product))
            return null;
        var shared = product.Factors.Where(factor => !scope.IsLaneValue(factor.Base)).ToList();
        var lanes = product.Factors.Where(factor => scope.IsLaneValue(factor.Base)).ToList();
        if (shared.Count == 0 || lanes.Count == 0)
        {
            var all = product.Factors;
            if (all.Length != 2 || all.Any(factor => factor.Exponent != 1))
                return null;
            return (product.Coefficient * all[0].Base, all[1].Base);
        }

        return (Product.Of(product.Coefficient, shared), Product.Of(1, lanes));
    }

    /// <summary>The total of parts, the first half with the second, as the lanes of one vector are added up.</summary>
    /// <param name="count">A power of 2: parts, with those that are missing at the end.</param>
    public static Expr ByHalves(IReadOnlyList<Expr> parts, int count, Func<Expr, Expr, Expr> combine)
    {
        for (var half = count / 2; half > 0; half /= 2)
        {
            parts = [.. Enumerable.Range(0, Math.Min(half, parts.Count))
                .Select(part => part + half < parts.Count ? combine(parts[part], parts[part + half]) : parts[part])];
        }

        return parts[0];
    }

    /// <summary>Whether it is one multiplication, which rounds alike from left and right.</summary>
    private static bool IsPair(Product product) =>
        product.Coefficient is 1 or -1 && product.Factors.Length == 2 && product.Factors.All(factor => factor.Exponent == 1);

    private static Expr AddTerm(Expr total, Expr term, Scope scope)
    {
        if (scope.Width > 1 && !scope.Placement.IsExact && Factors(term, scope) is { } factors)
            return new Helper("MultiplyAdd", [Evaluate(factors.Left, scope), Evaluate(factors.Right, scope), total], scope.Width);
        return total is Number { Value: 0 } ? scope.Lower(term) : new InOrder(total, scope.Lower(term));
    }

    /// <summary>A value that is the same in all lanes is computed once, as a scalar.</summary>
    public static Expr Evaluate(Expr expression, Scope scope) =>
        scope.Width > 1 && expression is Product && !scope.IsLaneValue(expression)
            ? new Broadcast(scope.Scalar().Lower(expression), scope.Width)
            : scope.Lower(expression);
}

/// <summary>left + right, in this order: a sum of floating-point numbers that must not be rearranged.</summary>
internal sealed class InOrder(Expr left, Expr right) : Leaf
{
    public Expr Left { get; } = left;

    public Expr Right { get; } = right;

    public override string Text => $"{Left} + {Right}";

    public override Expr MapLeaves(Func<Leaf, Expr> map) => new InOrder(Left.MapLeaves(map), Right.MapLeaves(map));

    protected override string BuildKey() => $"({Left.Key} then {Right.Key})";
}
