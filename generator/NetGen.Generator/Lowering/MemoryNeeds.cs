using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Tensors;

namespace NetGen.Generator.Lowering;

/// <summary>Which tensors of a program must lie in memory, because they outlive the registers of the group that computes them.</summary>
internal sealed class MemoryNeeds
{
    private readonly HashSet<string> _stored = new(StringComparer.Ordinal);
    private readonly HashSet<string> _staged = new(StringComparer.Ordinal);

    /// <summary>Adds the needs of one pass to those of the others that share its memory.</summary>
    public void Add(TensorProgram program, Func<Tensor, bool> wanted, Placement placement, LaneWidths widths)
    {
        foreach (var group in TiledSchedule.Groups(program, placement).SelectMany(stage => stage.Groups))
        {
            var targets = group.Statements.Select(statement => statement.Target).Distinct().ToList();
            var reads = group.Statements.SelectMany(statement => statement.Reads).Select(read => read.Tensor).Where(tensor => !targets.Contains(tensor)).ToList();
            var isMap = group.Lane is not null && !group.ReducesLanes;
            var written = targets.Where(target => !isMap || wanted(target) || IsReadElsewhere(program, group, target)).ToList();
            _stored.UnionWith(reads.Concat(written).Select(tensor => tensor.Name));
            if (group.Lane is { } lane && widths.Padded(lane) != lane.Extent)
                _staged.UnionWith(reads.Concat(written).Where(tensor => tensor.Axes.Contains(lane)).Select(tensor => tensor.Name));
        }
    }

    public bool IsStored(Tensor tensor) => _stored.Contains(tensor.Name);

    /// <summary>Whether whole vectors of a tensor are touched although its rows, in the caller's memory, do not hold whole vectors.</summary>
    public bool IsStaged(Tensor tensor) => _staged.Contains(tensor.Name);

    public static bool IsReadElsewhere(TensorProgram program, Group own, Tensor tensor) =>
        program.Statements.Any(statement => !own.Statements.Contains(statement) && statement.ReadsTensor(tensor));
}
