using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace NetGen.Generator.Calculus;

/// <summary>Expressions as a person would write them, for comments, dumps and failures.</summary>
internal static class ExprText
{
    public static string Print(Expr expression) => expression switch
    {
        Leaf leaf => leaf.Text,
        Sum sum => PrintSum(sum),
        Product product => PrintProduct(product),
        Grouped { IsQuotient: true } quotient => $"{Operand(quotient.Left)} / {Atom(quotient.Right)}",
        Grouped grouped => $"{Operand(grouped.Left)} * {Atom(grouped.Right)}",
        Call call => $"{call.Function.Name.ToLowerInvariant()}({string.Join(", ", call.Arguments.Select(Print))})",
        Compare compare => $"({Print(compare.Left)} {Symbol(compare.Comparison)} {Print(compare.Right)})",
        Choose choose => $"({Print(choose.Condition.Left)} {Symbol(choose.Condition.Comparison)} {Print(choose.Condition.Right)} ? {Print(choose.Then)} : {Print(choose.Otherwise)})",
        Detach detach => Print(detach.Argument),
        Given given => Print(given.Value),
        Total total => $"Σ({Print(total.Term)})",
        Extreme extreme => $"{(extreme.Selection.IsOfLargest ? "max" : "min")}({Print(extreme.Start)}, {Print(extreme.Term)})",
        _ => throw new InvalidOperationException($"No text for {expression.GetType().Name}."),
    };

    public static string Symbol(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "==",
        Comparison.Greater => ">",
        Comparison.GreaterOrEqual => ">=",
        Comparison.Less => "<",
        _ => "<=",
    };

    /// <summary>A sum's terms in reading order, those that are subtracted last, each with its sign taken off.</summary>
    public static IEnumerable<(bool Negative, Expr Term)> Signed(Sum sum) => sum.Terms
        .Select(term => term switch
        {
            Number { Value: < 0 } number => (Negative: true, Term: new Number(-number.Value)),
            Product { Coefficient: < 0 } product => (Negative: true, Term: product.Negated()),
            _ => (Negative: false, Term: term),
        })
        .OrderBy(pair => pair.Negative);

    private static string Operand(Expr expression) => expression is Sum ? $"({Print(expression)})" : Print(expression);

    private static string Atom(Expr expression) => expression is Sum or Product or Grouped ? $"({Print(expression)})" : Print(expression);

    private static string PrintSum(Sum sum)
    {
        var text = string.Empty;
        foreach (var (negative, term) in Signed(sum))
            text += (text.Length == 0 ? (negative ? "-" : string.Empty) : negative ? " - " : " + ") + Print(term);
        return text;
    }

    private static string PrintProduct(Product product)
    {
        var above = new List<string>();
        var below = new List<string>();
        if (Math.Abs(product.Coefficient) != 1)
            above.Add(Math.Abs(product.Coefficient).ToString("R", CultureInfo.InvariantCulture));
        foreach (var (factor, exponent) in product.Factors)
        {
            var text = Atom(factor);
            (exponent > 0 ? above : below).Add(Math.Abs(exponent) == 1 ? text : $"{text}^{Math.Abs(exponent)}");
        }

        var numerator = above.Count == 0 ? "1" : string.Join(" * ", above);
        var sign = product.Coefficient < 0 ? "-" : string.Empty;
        return below.Count == 0 ? sign + numerator : $"{sign}{numerator} / {string.Join(" / ", below)}";
    }
}
