using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Tensors;
using Index = NetGen.Generator.Tensors.Index;

namespace NetGen.Generator.Lowering;

/// <summary>A method of the schedule; passes that do the same share one.</summary>
/// <param name="name">What it computes, as a name: a part of the pass.</param>
/// <param name="samples">The samples that it works on; null for one that stands alone.</param>
/// <param name="stackLength">Elements of a workspace of its own, of zeros; 0 if it shares the caller's.</param>
/// <param name="isWhole">Whether it is all that its pass does.</param>
internal sealed class Routine(string name, Index? samples, IReadOnlyList<Code> body, int stackLength = 0, bool isWhole = false)
{
    public string Name { get; } = name;

    public Index? Samples { get; } = samples;

    public int StackLength { get; } = stackLength;

    public bool IsWhole { get; } = isWhole;

    public IReadOnlyList<Code> Body { get; } = body;

    /// <summary>Whether it gives the loss back.</summary>
    public bool Returns => Body.Count > 0 && Body[Body.Count - 1] is Return;
}

/// <summary>Lowers programs to tiles: one routine for each part of the pass.</summary>
/// <param name="skipsZeroInputs">Whether products with an input that is 0 are left out.</param>
internal sealed class TiledSchedule(Placement placement, LaneWidths widths, TileShape shape, Index? samples, bool skipsZeroInputs = false)
{
    private readonly Dictionary<string, Routine> _routines = new(StringComparer.Ordinal);

    public IReadOnlyList<Routine> Build(TensorProgram program, Residence residence, Func<Tensor, bool> wanted)
    {
        var routines = new List<Routine>();
        var written = new HashSet<Tensor>();
        foreach (var part in residence.Parts)
        {
            // What a routine does follows from its statements, from what is stored, and from what was begun before.
            var key = part.Name + string.Concat(part.Groups.SelectMany(group => group.Statements.Select(statement =>
                $"\n{statement.Text}{(residence.IsStored(group, statement.Target) ? " is stored" : string.Empty)}{(written.Contains(statement.Target) ? " and goes on" : string.Empty)}")));
            if (!_routines.TryGetValue(key, out var routine))
                _routines.Add(key, routine = new Routine(part.Name, samples, Lower(program, part, wanted, residence, new(written)), isWhole: part.IsWhole));
            routines.Add(routine);
            written.UnionWith(part.Groups.SelectMany(group => group.Targets));
        }

        return routines;
    }

    private List<Code> Lower(TensorProgram program, Part part, Func<Tensor, bool> wanted, Residence residence, HashSet<Tensor> written)
    {
        var code = new List<Code>();
        var registers = new Registers();
        var context = new LoweringContext(placement, widths, shape, new Names(), registers, residence.IsStored, own => written.Contains(own.First), skipsZeroInputs);
        for (var index = 0; index < part.Groups.Count;)
        {
            var group = part.Groups[index];
            var together = group.SampleLoop == 0 ? [group] : part.Groups.Skip(index).TakeWhile(other => other.SampleLoop == group.SampleLoop).ToList();
            index += together.Count;
            if (group.SampleLoop > 0)
            {
                code.AddRange(Together(together, program, context, written));
                continue;
            }

            code.AddRange(Remarks(group, program));
            code.AddRange(Lower(group, context));
            written.UnionWith(group.Targets);
        }

        var loss = part.Groups.SelectMany(group => group.Targets)
            .FirstOrDefault(target => target.Role is TensorRole.Loss or TensorRole.Penalty && wanted(target));
        if (loss is not null)
            code.Add(new Return(new Scope(placement, null, 1) { Registers = registers }.Element(loss)));
        return code;
    }

    private static IEnumerable<Code> Lower(Group group, LoweringContext context) => group.Lane is null ? new ScalarForm(group, context).Lower()
        : group.ReducesLanes ? new ReduceForm(group, context).Lower()
        : new MapForm(group, context).Lower();

    /// <summary>Groups that share a loop over the samples.</summary>
    private static IEnumerable<Code> Together(IReadOnlyList<Group> groups, TensorProgram program, LoweringContext context, HashSet<Tensor> written)
    {
        var (before, inside, after) = (new List<Code>(), new List<Code>(), new List<Code>());
        foreach (var group in groups)
        {
            inside.AddRange(Remarks(group, program));
            if (group.SumsSamples)
            {
                var sum = group.Lane is null ? new ScalarForm(group, context).LowerSum() : new ReduceForm(group, context).LowerSum();
                before.AddRange(sum.Before);
                inside.AddRange(sum.Inside);
                after.AddRange(sum.After);
            }
            else
            {
                inside.AddRange(Lower(group, context));
            }

            written.UnionWith(group.Targets);
        }

        foreach (var target in groups.Where(group => !group.SumsSamples).SelectMany(group => group.Targets))
            context.Registers.Forget(target);
        var n = Index.Batch.Name;
        return [.. before, new Loop(n, 0, null, 1, inside), .. after];
    }

    private static IEnumerable<Code> Remarks(Group group, TensorProgram program) => group.Statements.GroupBy(statement => statement.Target)
        .Select(statements => new Remark(Equations.Describe([.. statements], program)));
}
