namespace NetGen.Generator.Calculus;

/// <summary>Σ term over the running index i, from <see cref="First"/> to a vector's length less <see cref="Rest"/>.</summary>
internal sealed class Total(Expr term, string vector, int first, int rest) : Expr
{
    /// <summary>The vector whose length bounds the index.</summary>
    public string Vector { get; } = vector;

    public Expr Term { get; } = term;

    public int First { get; } = first;

    public int Rest { get; } = rest;

    public override Expr[] Children => [Term];

    public override Expr WithChildren(Expr[] children) => new Total(children[0], Vector, First, Rest);

    public override Expr MapLeaves(Func<Leaf, Expr> map) => new Total(Term.MapLeaves(map), Vector, First, Rest);

    protected override string BuildKey() => $"z(total {Vector} {First} {Rest} {Term.Key})";
}
