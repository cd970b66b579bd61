using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Calculus;

/// <summary>
/// What is known inside a branch: how the comparisons that lead there came out. Decides comparisons of the same quantity with
/// other numbers, minding that none holds for NaN.
/// </summary>
internal static class Assumptions
{
    /// <summary>An expression where a comparison holds, or where it does not: what that decides is decided.</summary>
    public static Expr Assume(this Expr expression, Compare condition, bool holds) => Reduce(expression, [(condition, holds)]);

    private static Expr Reduce(Expr expression, List<(Compare Condition, bool Holds)> known)
    {
        switch (expression)
        {
            case Choose choose when Decide(choose.Condition, known) is { } holds:
                return Reduce(holds ? choose.Then : choose.Otherwise, known);
            case Choose choose:
                return Choose.Of(
                    choose.Condition,
                    Reduce(choose.Then, [.. known, (choose.Condition, true)]),
                    Reduce(choose.Otherwise, [.. known, (choose.Condition, false)]));
            case Compare compare when Decide(compare, known) is { } holds:
                return holds ? Expr.One : Expr.Zero;
            case Sum or Product or Grouped:
                var children = Array.ConvertAll(expression.Children, child => Reduce(child, known));
                return children.SequenceEqual(expression.Children) ? expression : expression.WithChildren(children);
            default:
                return expression;
        }
    }

    /// <summary>Whether a comparison holds; null where that is not known.</summary>
    private static bool? Decide(Compare asked, List<(Compare Condition, bool Holds)> known)
    {
        var isNumber = known.Exists(fact => fact.Holds && IsOf(fact.Condition, asked));
        foreach (var (condition, holds) in known)
        {
            if (condition.Equals(asked))
                return holds;
            if (!IsOf(condition, asked) || condition.Right is not Number from || asked.Right is not Number to)
                continue;

            // The values that are left, from -∞ to ∞, without NaN.
            if ((holds ? condition.Comparison : isNumber ? Opposite(condition.Comparison) : null) is { } comparison)
            {
                if (Implies(comparison, from.Value, asked.Comparison, to.Value) is { } implied)
                    return implied;
            }
            else if (Implies(asked.Comparison, to.Value, condition.Comparison, from.Value) == true)
            {
                // If it held, so would the other one, which does not.
                return false;
            }
        }

        return null;
    }

    private static bool IsOf(Compare some, Compare other) => some.Left.Equals(other.Left);

    private static Comparison? Opposite(Comparison comparison) => comparison switch
    {
        Comparison.Greater => Comparison.LessOrEqual,
        Comparison.GreaterOrEqual => Comparison.Less,
        Comparison.Less => Comparison.GreaterOrEqual,
        Comparison.LessOrEqual => Comparison.Greater,
        _ => null,
    };

    /// <summary>Whether x · b holds for every number x with x · a, or for none; null where it depends on x.</summary>
    private static bool? Implies(Comparison given, double a, Comparison asked, double b)
    {
        if (given == Comparison.Equal)
            return new Compare(asked, a, b).Holds(a, b);
        var isLower = given is Comparison.Greater or Comparison.GreaterOrEqual;
        var isOpen = given is Comparison.Greater or Comparison.Less;
        return (asked, isLower) switch
        {
            (Comparison.Greater, true) => a > b || (isOpen && a == b) ? true : null,
            (Comparison.GreaterOrEqual, true) => a >= b ? true : null,
            (Comparison.Less, true) => a >= b ? false : null,
            (Comparison.LessOrEqual, true) => a > b || (isOpen && a == b) ? false : null,
            (Comparison.Less, false) => a < b || (isOpen && a == b) ? true : null,
            (Comparison.LessOrEqual, false) => a <= b ? true : null,
            (Comparison.Greater, false) => a <= b ? false : null,
            (Comparison.GreaterOrEqual, false) => a < b || (isOpen && a == b) ? false : null,
            (_, true) => a > b || (isOpen && a == b) ? false : null,
            (_, false) => a < b || (isOpen && a == b) ? false : null,
        };
    }
}
