using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;

namespace NetGen.Generator.Lowering;

/// <summary>The leaves of lowered expressions, also of those that stand inside of leaves.</summary>
internal static class CodeLeaves
{
    public static IEnumerable<Leaf> Of(IEnumerable<Code> body) => body.SelectMany(Of);

    private static IEnumerable<Leaf> Of(Code code) => code switch
    {
        Declare declare => Of(declare.Value),
        Assign assign => Of(assign.Value),
        Store store => Of(store.Value),
        Return result => Of(result.Value),
        Loop loop => Of(loop.Body),
        IfNotZero guarded => Of(guarded.Scalar).Concat(Of(guarded.Body)),
        _ => [],
    };

    public static IEnumerable<Leaf> Of(Expr expression) => expression switch
    {
        Broadcast broadcast => Of(broadcast.Value),
        InOrder sum => Of(sum.Left).Concat(Of(sum.Right)),
        Helper helper => helper.Arguments.SelectMany(Of),
        Leaf leaf => [leaf],
        _ => expression.Children.SelectMany(Of),
    };
}
