using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Tensors;

namespace NetGen.Generator.Lowering;

/// <summary>A method of the schedule.</summary>
/// <param name="Summary">What it computes, for its documentation.</param>
/// <param name="Batch">Whether it works on a batch of samples.</param>
internal sealed record Routine(string Name, string Summary, bool Batch, IReadOnlyList<Code> Body)
{
    /// <summary>Whether it gives the loss back.</summary>
    public bool Returns => Body.Count > 0 && Body[Body.Count - 1] is Return;
}

/// <summary>Lowers a program of tiles: one routine for each part of the pass.</summary>
internal static class TiledSchedule
{
    public static IReadOnlyList<Routine> Build(
        TensorProgram program, Placement placement, LaneWidths widths, TileShape shape, Func<Tensor, bool> wanted, bool batch)
    {
        var routines = new List<Routine>();
        var written = new HashSet<Tensor>();
        foreach (var (stage, groups) in Groups(program, placement))
        {
            var statements = groups.SelectMany(group => group.Statements).ToList();
            var code = new List<Code>();
            var names = new Names();
            foreach (var group in groups)
            {
                code.AddRange(group.Statements.GroupBy(statement => statement.Target)
                    .Select(statements => new Remark(Equations.Describe([.. statements], program))));
                var context = new LoweringContext(
                    placement, widths, shape, names, (own, tensor) => wanted(tensor) || MemoryNeeds.IsReadElsewhere(program, own, tensor), own => written.Contains(own.First));
                code.AddRange(group.Lane is null ? new ScalarForm(group, context).Lower()
                    : group.ReducesLanes ? new ReduceForm(group, context).Lower()
                    : new MapForm(group, context).Lower());
                written.UnionWith(group.Statements.Select(statement => statement.Target));
            }

            if (statements.FirstOrDefault(statement => statement.Target.Role is TensorRole.Loss or TensorRole.Penalty)?.Target is { } loss && wanted(loss))
                code.Add(new Return(new Scope(placement, null, 1).Element(loss)));
            routines.Add(new Routine(stage, Equations.Summarise(stage), batch, code));
        }

        return routines;
    }

    /// <summary>The program's groups, part by part of the pass.</summary>
    public static IEnumerable<(string Stage, IReadOnlyList<Group> Groups)> Groups(TensorProgram program, Placement placement) => program.Statements
        .GroupBy(statement => statement.Stage)
        .Select(stage => (stage.Key, Grouping.Build(stage, placement)));
}
