namespace NetGen.Generator.Calculus;

/// <summary>
/// The largest or smallest value of a term over the running index i, and of a first value. The derivative is that of the one value that
/// is kept in the end.
/// </summary>
internal sealed class Extreme(Expr start, Expr term, Selection selection, string vector, int first, int rest, int step)
    : Fold(term, vector, first, rest, step)
{
    /// <summary>The value before the first turn.</summary>
    public Expr Start { get; } = start;

    public Selection Selection { get; } = selection;

    public override Expr[] Children => [Start, Term];

    public override Expr WithChildren(Expr[] children) => new Extreme(children[0], children[1], Selection, Vector, First, Rest, Step);

    public override Expr MapLeaves(Func<Leaf, Expr> map) => new Extreme(Start.MapLeaves(map), Term.MapLeaves(map), Selection, Vector, First, Rest, Step);

    protected override string BuildKey() =>
        $"z(extreme {Selection.Comparison} {Selection.IsNegated} {Selection.KeepsNaN} {Range} {Start.Key} {Term.Key})";
}

/// <summary>When a value takes the place of the one that was kept: where the comparison of the two holds, or where it does not.</summary>
/// <param name="Comparison">Of the new value, on the left, with the kept one.</param>
/// <param name="KeepsNaN">Whether nothing takes the place of NaN.</param>
internal readonly record struct Selection(Comparison Comparison, bool IsNegated, bool KeepsNaN)
{
    /// <summary>Whether a greater value is taken, rather than a smaller one.</summary>
    public bool IsOfLargest => (Comparison is Comparison.Greater or Comparison.GreaterOrEqual) != IsNegated;

    /// <summary>The new value and how it is selected, of an expression that is either a new value or the kept one; null for another one.</summary>
    public static (Expr Candidate, Selection Selection)? Of(Expr value, Variable kept)
    {
        if (value is not Choose { Condition: { Comparison: not Comparison.Equal } condition } choose)
            return null;
        var candidate = condition.Left.Equals(kept) ? condition.Right : condition.Right.Equals(kept) ? condition.Left : null;
        if (candidate is null)
            return null;
        if (value.Equals(Kinks.Max(kept, candidate)))
            return (candidate, new(Comparison.LessOrEqual, IsNegated: true, KeepsNaN: true));
        if (value.Equals(Kinks.Max(candidate, kept)))
            return (candidate, new(Comparison.Less, IsNegated: true, KeepsNaN: true));
        if (value.Equals(Kinks.Min(kept, candidate)))
            return (candidate, new(Comparison.GreaterOrEqual, IsNegated: true, KeepsNaN: true));
        if (value.Equals(Kinks.Min(candidate, kept)))
            return (candidate, new(Comparison.Greater, IsNegated: true, KeepsNaN: true));
        var comparison = condition.Left.Equals(kept) ? Mirror(condition.Comparison) : condition.Comparison;
        return choose.Then.Equals(candidate) && choose.Otherwise.Equals(kept) ? (candidate, new(comparison, IsNegated: false, KeepsNaN: false))
            : choose.Then.Equals(kept) && choose.Otherwise.Equals(candidate) ? (candidate, new(comparison, IsNegated: true, KeepsNaN: false))
            : null;
    }

    private static Comparison Mirror(Comparison comparison) => comparison switch
    {
        Comparison.Greater => Comparison.Less,
        Comparison.GreaterOrEqual => Comparison.LessOrEqual,
        Comparison.Less => Comparison.Greater,
        Comparison.LessOrEqual => Comparison.GreaterOrEqual,
        _ => comparison,
    };
}
