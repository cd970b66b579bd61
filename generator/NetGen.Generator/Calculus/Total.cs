namespace NetGen.Generator.Calculus;

/// <summary>Σ term over the running index i.</summary>
internal sealed class Total(Expr term, string vector, int first, int rest, int step = 1) : Fold(term, vector, first, rest, step)
{
    public override Expr[] Children => [Term];

    public override Expr WithChildren(Expr[] children) => new Total(children[0], Vector, First, Rest, Step);

    public override Expr MapLeaves(Func<Leaf, Expr> map) => new Total(Term.MapLeaves(map), Vector, First, Rest, Step);

    protected override string BuildKey() => $"z(total {Range} {Term.Key})";
}
