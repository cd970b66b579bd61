using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Tensors;

namespace NetGen.Generator.Lowering;

/// <summary>Which tensors of a program must lie in memory, because they outlive the registers of the group that computes them.</summary>
internal sealed class MemoryNeeds
{
    private readonly HashSet<string> _stored = new(StringComparer.Ordinal);

    /// <summary>Adds the needs of one pass to those of the others that share its memory.</summary>
    public void Add(TensorProgram program, Func<Tensor, bool> wanted, Placement placement)
    {
        foreach (var group in TiledSchedule.Groups(program, placement).SelectMany(stage => stage.Groups))
        {
            var targets = group.Statements.Select(statement => statement.Target).Distinct().ToList();
            var reads = group.Statements.SelectMany(statement => statement.Reads).Where(read => !targets.Contains(read.Tensor)).ToList();
            var isMap = group.Lane is not null && !group.ReducesLanes;
            var written = targets.Where(target => !isMap || wanted(target) || IsReadElsewhere(program, group, target)).ToList();
            _stored.UnionWith(reads.Select(read => read.Tensor).Concat(written).Select(tensor => tensor.Name));
        }
    }

    public bool IsStored(Tensor tensor) => _stored.Contains(tensor.Name);

    public static bool IsReadElsewhere(TensorProgram program, Group own, Tensor tensor) =>
        program.Statements.Any(statement => !own.Statements.Contains(statement) && statement.ReadsTensor(tensor));
}
