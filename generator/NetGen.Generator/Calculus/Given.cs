using System.Linq;

namespace NetGen.Generator.Calculus;

/// <summary>
/// A value f(u, v) whose derivative by some arguments the user wrote. Those stand detached in the value, so that what is
/// derived by the rules is the rest.
/// </summary>
internal sealed class Given(Expr value, params (Expr Argument, Expr Partial)[] partials) : Expr
{
    public Expr Value { get; } = value;

    /// <summary>Arguments, each with ∂f/∂argument.</summary>
    public (Expr Argument, Expr Partial)[] Partials { get; } = partials;

    public override Expr[] Children => [Value, .. Partials.Select(pair => pair.Argument), .. Partials.Select(pair => pair.Partial)];

    public override Expr WithChildren(Expr[] children) =>
        new Given(children[0], [.. Partials.Select((_, index) => (children[1 + index], children[1 + Partials.Length + index]))]);

    public override Expr MapLeaves(Func<Leaf, Expr> map) =>
        new Given(Value.MapLeaves(map), [.. Partials.Select(pair => (pair.Argument.MapLeaves(map), pair.Partial.MapLeaves(map)))]);

    protected override string BuildKey() =>
        $"z(given {Value.Key} {string.Join(" ", Partials.Select(pair => $"{pair.Argument.Key} {pair.Partial.Key}"))})";
}
