using System.Linq;

namespace NetGen.Generator.Calculus;

/// <summary>An elementary function of one or two arguments.</summary>
internal sealed class Call : Expr
{
    private Call(Function function, Expr[] arguments) => (Function, Arguments) = (function, arguments);

    public Function Function { get; }

    public Expr[] Arguments { get; }

    public override Expr[] Children => Arguments;

    public override string KeptAs => Function.Name.ToLowerInvariant();

    public static Expr Of(Function function, params Expr[] arguments) =>
        Array.TrueForAll(arguments, argument => argument is Number) && function.Evaluate is { } evaluate
            ? new Number(evaluate([.. arguments.Select(argument => ((Number)argument).Value)]))
            : new Call(function, arguments);

    public override Expr WithChildren(Expr[] children) => Of(Function, children);

    public override Expr MapLeaves(Func<Leaf, Expr> map) =>
        new Call(Function, [.. Arguments.Select(argument => argument.MapLeaves(map))]);

    protected override string BuildKey() => $"z({Function.Name} {string.Join(" ", Arguments.Select(argument => argument.Key))})";
}
