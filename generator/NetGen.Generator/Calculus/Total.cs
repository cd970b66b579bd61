namespace NetGen.Generator.Calculus;

/// <summary>Σ term over the running index i, from <see cref="First"/> to the vectors' length less <see cref="Rest"/>.</summary>
internal sealed class Total(Expr term, int first, int rest) : Expr
{
    public Expr Term { get; } = term;

    public int First { get; } = first;

    public int Rest { get; } = rest;

    public override Expr[] Children => [Term];

    public override Expr WithChildren(Expr[] children) => new Total(children[0], First, Rest);

    public override Expr MapLeaves(Func<Leaf, Expr> map) => new Total(Term.MapLeaves(map), First, Rest);

    protected override string BuildKey() => $"z(total {First} {Rest} {Term.Key})";
}
