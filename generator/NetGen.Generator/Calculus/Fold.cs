namespace NetGen.Generator.Calculus;

/// <summary>
/// One number made of a term's values over the running index i: every <see cref="Step"/>-th place from <see cref="First"/> to a vector's
/// length less <see cref="Rest"/>.
/// </summary>
internal abstract class Fold(Expr term, string vector, int first, int rest, int step) : Expr
{
    public Expr Term { get; } = term;

    /// <summary>The vector whose length bounds the index.</summary>
    public string Vector { get; } = vector;

    public int First { get; } = first;

    public int Rest { get; } = rest;

    public int Step { get; } = step;

    /// <summary>The range as text, for keys.</summary>
    protected string Range => Step == 1 ? $"{Vector} {First} {Rest}" : $"{Vector} {First} {Rest} {Step}";
}
