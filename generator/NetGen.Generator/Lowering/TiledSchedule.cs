using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Tensors;

namespace NetGen.Generator.Lowering;

/// <summary>A method of the schedule; passes that do the same share one.</summary>
/// <param name="name">What it computes, as a name: a part of the pass.</param>
/// <param name="isBatch">Whether it works on a batch of samples.</param>
internal sealed class Routine(string name, bool isBatch, IReadOnlyList<Code> body)
{
    public string Name { get; } = name;

    public bool IsBatch { get; } = isBatch;

    public IReadOnlyList<Code> Body { get; } = body;

    /// <summary>Whether it gives the loss back.</summary>
    public bool Returns => Body.Count > 0 && Body[Body.Count - 1] is Return;
}

/// <summary>Lowers programs to tiles: one routine for each part of the pass.</summary>
internal sealed class TiledSchedule(Placement placement, LaneWidths widths, TileShape shape, bool isBatch)
{
    private readonly Dictionary<string, Routine> _routines = new(StringComparer.Ordinal);

    public IReadOnlyList<Routine> Build(TensorProgram program, Func<Tensor, bool> wanted)
    {
        var routines = new List<Routine>();
        var written = new HashSet<Tensor>();
        foreach (var (stage, groups) in Groups(program, placement))
        {
            // What a routine does follows from its statements, from what is stored, and from what was begun before.
            var key = stage + string.Concat(groups.SelectMany(group => group.Statements.Select(statement =>
                $"\n{statement} {IsStored(group, statement.Target)} {written.Contains(statement.Target)}")));
            if (!_routines.TryGetValue(key, out var routine))
                _routines.Add(key, routine = new Routine(stage, isBatch, Lower(program, groups, wanted, IsStored, new(written))));
            routines.Add(routine);
            written.UnionWith(groups.SelectMany(group => group.Statements).Select(statement => statement.Target));
        }

        return routines;

        bool IsStored(Group group, Tensor tensor) => wanted(tensor) || MemoryNeeds.IsReadElsewhere(program, group, tensor);
    }

    private List<Code> Lower(
        TensorProgram program, IReadOnlyList<Group> groups, Func<Tensor, bool> wanted, Func<Group, Tensor, bool> isStored, HashSet<Tensor> written)
    {
        var code = new List<Code>();
        var names = new Names();
        foreach (var group in groups)
        {
            code.AddRange(group.Statements.GroupBy(statement => statement.Target)
                .Select(statements => new Remark(Equations.Describe([.. statements], program))));
            var context = new LoweringContext(placement, widths, shape, names, isStored, own => written.Contains(own.First));
            code.AddRange(group.Lane is null ? new ScalarForm(group, context).Lower()
                : group.ReducesLanes ? new ReduceForm(group, context).Lower()
                : new MapForm(group, context).Lower());
            written.UnionWith(group.Statements.Select(statement => statement.Target));
        }

        var loss = groups.SelectMany(group => group.Statements).Select(statement => statement.Target)
            .FirstOrDefault(target => target.Role is TensorRole.Loss or TensorRole.Penalty && wanted(target));
        if (loss is not null)
            code.Add(new Return(new Scope(placement, null, 1).Element(loss)));
        return code;
    }

    /// <summary>The program's groups, part by part of the pass.</summary>
    public static IEnumerable<(string Stage, IReadOnlyList<Group> Groups)> Groups(TensorProgram program, Placement placement) => program.Statements
        .GroupBy(statement => statement.Stage)
        .Select(stage => (stage.Key, Grouping.Build(stage, placement)));
}
