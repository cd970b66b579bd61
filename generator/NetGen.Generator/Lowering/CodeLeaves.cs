using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;

namespace NetGen.Generator.Lowering;

/// <summary>The leaves of lowered expressions, also of those that stand inside of leaves.</summary>
internal static class CodeLeaves
{
    public static IEnumerable<Leaf> Of(IEnumerable<Code> body) => body.SelectMany(code =>
        (CodeParts.ValueOf(code) is { } value ? Of(value) : []).Concat(Of(CodeParts.BodyOf(code))));

    public static IEnumerable<Leaf> Of(Expr expression) => expression is Leaf leaf and not (Broadcast or InOrder or Helper)
        ? [leaf]
        : CodeParts.PartsOf(expression).SelectMany(Of);
}
