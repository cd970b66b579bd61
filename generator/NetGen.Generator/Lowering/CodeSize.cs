using System.Linq;
using NetGen.Generator.Calculus;

namespace NetGen.Generator.Lowering;

/// <summary>
/// How many operations a group becomes, roughly. The JIT inlines no further in a method of some 500 helpers' calls, and keeps
/// no variable in a register beyond the 1,024th: a routine that is a third too large runs at a tenth of its speed.
/// </summary>
internal static class CodeSize
{
    /// <summary>What a routine may have: 64-64-64-10 backward stays below, one more hidden layer is beyond.</summary>
    public const int Limit = 550;

    public static int Of(Group group, LaneWidths widths, TileShape shape)
    {
        var (results, terms) = group.Lane is null ? (1, 1)
            : group.ReducesLanes ? ReduceForm.Elements(group, widths, shape)
            : MapForm.Elements(group, widths, shape);
        return group.Statements.Sum(statement => (statement.Reduced.Any() ? terms : results) * Operations(statement.Expression));
    }

    private static int Operations(Expr expression) => expression.Descend().Sum(node => node is Call call ? call.Function.Operations : 1);
}
