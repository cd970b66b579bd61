namespace NetGen.Generator.Calculus;

/// <summary>What decides between two values. A comparison with NaN does not hold, and so its negation does.</summary>
internal abstract record Condition
{
    public static Condition Of(Comparison comparison, Expr left, Expr right)
    {
        var compare = new Compare(comparison, left, right);
        if (compare.IsOfItself && compare.IsStrict)
            return new Known(false);
        return left is Number a && right is Number b ? new Known(compare.Holds(a.Value, b.Value)) : new Test(compare);
    }

    public static Condition operator !(Condition condition) => condition is Known { Holds: var holds } ? new Known(!holds) : new Not(condition);

    public static Condition operator &(Condition left, Condition right) => (left, right) switch
    {
        (Known { Holds: var holds }, _) => holds ? right : left,
        (_, Known { Holds: var holds }) => holds ? left : right,
        _ => new And(left, right),
    };

    public static Condition operator |(Condition left, Condition right) => (left, right) switch
    {
        (Known { Holds: var holds }, _) => holds ? left : right,
        (_, Known { Holds: var holds }) => holds ? right : left,
        _ => new Or(left, right),
    };

    /// <summary><c>condition ? then : otherwise</c>.</summary>
    public abstract Expr Select(Expr then, Expr otherwise);

    public sealed record Known(bool Holds) : Condition
    {
        public override Expr Select(Expr then, Expr otherwise) => Holds ? then : otherwise;
    }

    public sealed record Test(Compare Compare) : Condition
    {
        public override Expr Select(Expr then, Expr otherwise) =>
            Choose.Of(Compare, then.Assume(Compare, holds: true), otherwise.Assume(Compare, holds: false));
    }

    public sealed record Not(Condition Inner) : Condition
    {
        public override Expr Select(Expr then, Expr otherwise) => Inner.Select(otherwise, then);
    }

    public sealed record And(Condition Left, Condition Right) : Condition
    {
        public override Expr Select(Expr then, Expr otherwise) => Left.Select(Right.Select(then, otherwise), otherwise);
    }

    public sealed record Or(Condition Left, Condition Right) : Condition
    {
        public override Expr Select(Expr then, Expr otherwise) => Left.Select(then, Right.Select(then, otherwise));
    }
}
