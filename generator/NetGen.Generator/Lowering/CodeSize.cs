using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;
using NetGen.Generator.Tensors;

namespace NetGen.Generator.Lowering;

/// <summary>
/// How many operations a group becomes, roughly. The JIT inlines no further in a method of some 500 helpers' calls, and keeps
/// no variable in a register beyond the 1,024th: a routine that is a third too large runs at a tenth of its speed.
/// </summary>
internal static class CodeSize
{
    /// <summary>What a routine may have: 64-64-64-10 backward stays below, one more hidden layer is beyond.</summary>
    public const int Limit = 550;

    private const int Together = 200;

    public static int Of(Group group, LaneWidths widths, TileShape shape)
    {
        var (results, terms) = group.Lane is null ? (1, 1)
            : group.ReducesLanes ? ReduceForm.Elements(group, widths, shape)
            : MapForm.Elements(group, widths, shape);
        return group.Statements.Sum(statement => (statement.Reduced.Any() ? terms : results) * Operations(statement.Expression, widths));
    }

    /// <summary>Vectors of elementary functions that stand in one place without a loop.</summary>
    public static int MostTogether(IEnumerable<Statement> statements, LaneWidths widths) => Math.Max(1, Together / statements
        .Where(statement => HasFunctions(statement.Expression)).Select(statement => Operations(statement.Expression, widths)).DefaultIfEmpty(1).Sum());

    /// <summary>Whether it is more than instructions of the machine.</summary>
    public static bool HasFunctions(Expr expression) => expression.Descend().OfType<Call>().Any(call => call.Function.Operations > 1);

    // Double precision takes polynomials twice as long.
    private static int Operations(Expr expression, LaneWidths widths) => expression.Descend()
        .Sum(node => node is Call { Function.Operations: > 1 } call ? call.Function.Operations * widths.Bits / 32 : 1);
}
