using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Tensors;

namespace NetGen.Generator.Lowering;

/// <summary>Finds the tensors whose whole vectors are touched although their rows do not hold whole vectors.</summary>
internal static class Staging
{
    public static IEnumerable<Tensor> Find(TensorProgram program, Placement placement, LaneWidths widths) =>
        from groups in new[] { Grouping.Build(program.Statements, placement) }
        from kernel in groups
        let lane = kernel.Lane
        where lane is not null && widths.Padded(lane) != lane.Extent
        from tensor in kernel.Statements.SelectMany(statement => statement.Reads.Select(read => read.Tensor).Append(statement.Target))
        where tensor.Axes.Contains(lane)
        select tensor;
}
