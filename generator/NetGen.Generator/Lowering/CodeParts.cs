using System.Collections.Generic;
using NetGen.Generator.Calculus;

namespace NetGen.Generator.Lowering;

/// <summary>What lowered statements and expressions consist of, for all that look into them.</summary>
internal static class CodeParts
{
    /// <summary>The value that a statement computes itself; null if it computes none.</summary>
    public static Expr? ValueOf(Code code) => code switch
    {
        Declare declare => declare.Value,
        Assign assign => assign.Value,
        Store store => store.Value,
        Return result => result.Value,
        IfNotZero guarded => guarded.Scalar,
        _ => null,
    };

    /// <summary>The statements inside of a statement.</summary>
    public static IReadOnlyList<Code> BodyOf(Code code) => code switch
    {
        Loop loop => loop.Body,
        IfNotZero guarded => guarded.Body,
        _ => [],
    };

    /// <summary>The expressions that one is made of, also those inside of leaves.</summary>
    public static IReadOnlyList<Expr> PartsOf(Expr expression) => expression switch
    {
        Broadcast broadcast => [broadcast.Value],
        InOrder sum => [sum.Left, sum.Right],
        Helper helper => helper.Arguments,
        _ => expression.Children,
    };
}
