using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;
using NetGen.Generator.Model;
using NetGen.Generator.Tensors;
using Index = NetGen.Generator.Tensors.Index;

namespace NetGen.Generator.Lowering;

/// <summary>
/// How many operations a group becomes, roughly: what stages are joined by, before they are lowered and <see cref="InlinedCalls"/>
/// counts. The JIT keeps no variable in a register beyond the 1,024th, and inlines no further where there are too many.
/// </summary>
internal static class CodeSize
{
    // 64-64-64-10 backward stays below, one more hidden layer is beyond.
    private const int Limit = 550;

    // Several vectors stand for one of the widest, and so do the calls that load, broadcast and store them.
    private const int NarrowLimit = 350;

    /// <summary>What a pass may have that is one routine: each pass then has a text of its own of the layers.</summary>
    public const int WholeLimit = 450;

    /// <summary>What straight-line code may have, with a sample in each lane.</summary>
    public const int StraightLineLimit = 550;

    // A sample in each lane, gathered element by element, for every 8 lanes.
    private const int Gather = 10;

    private const int Together = 280;

    private const int NarrowTogether = 170;

    /// <summary>What a routine may have.</summary>
    public static int LimitOf(LaneWidths widths) => widths.IsWidest ? Limit : NarrowLimit;

    public static int Of(Group group, LaneWidths widths, TileShape shape)
    {
        var (results, terms) = group.Lane is null ? (1, 1)
            : group.ReducesLanes ? ReduceTiles.Elements(group, widths, shape)
            : MapTiles.Elements(group, widths, shape);
        return group.Statements.Sum(statement => (statement.Reduces ? terms : results) * Operations(statement.Expression, widths));
    }

    /// <summary>Vectors of elementary functions that stand in one place without a loop.</summary>
    public static int MostTogether(IEnumerable<Statement> statements, LaneWidths widths) => Math.Max(1, (widths.IsWidest ? Together : NarrowTogether) / statements
        .Where(statement => HasFunctions(statement.Expression)).Select(statement => Operations(statement.Expression, widths)).DefaultIfEmpty(1).Sum());

    /// <summary>
    /// Of straight-line code with a sample in each lane: the elementary functions, each element's of its own, and what is
    /// gathered from the caller's memory.
    /// </summary>
    public static long OfLanes(TensorProgram program, LaneWidths widths)
    {
        return OfFunctions(program, widths)
            + (Gather * (widths.Precision == Precision.Double ? 1 : 2) * program.Tensors.Where(tensor => tensor.Role is TensorRole.Input or TensorRole.Target).Sum(tensor => Count(tensor.Axes)));
    }

    /// <summary>Of straight-line code: the elementary functions alone, each element's of its own.</summary>
    public static long OfFunctions(TensorProgram program, LaneWidths widths) => program.Statements.Sum(statement => Count(statement.Domain)
        * statement.Expression.Nodes.OfType<Call>().Where(call => call.Function.Operations.Single > 1).Sum(call => Operations(call.Function, widths)));

    private static long Count(IEnumerable<Index> indices) => indices.Aggregate(1L, (product, index) => product * index.Extent);

    /// <summary>Whether it is more than instructions of the machine.</summary>
    public static bool HasFunctions(Expr expression) => expression.Nodes.OfType<Call>().Any(call => call.Function.Operations.Single > 1);

    private static int Operations(Expr expression, LaneWidths widths) => expression.Nodes
        .Sum(node => node is Call { Function.Operations.Single: > 1 } call ? Operations(call.Function, widths) : 1);

    private static int Operations(Function function, LaneWidths widths) =>
        widths.Precision == Precision.Double ? function.Operations.Double : function.Operations.Single;
}
