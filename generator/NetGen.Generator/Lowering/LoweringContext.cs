using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;
using NetGen.Generator.Tensors;
using Index = NetGen.Generator.Tensors.Index;

namespace NetGen.Generator.Lowering;

/// <summary>What every kernel form needs to know of the routine it writes.</summary>
/// <param name="IsStored">Whether somebody reads the tensor outside the group that computes it.</param>
/// <param name="Continues">Whether earlier statements have added to the tensor already.</param>
/// <param name="SkipsZeroInputs">Whether products with an input that is 0 are left out.</param>
internal sealed record LoweringContext(
    Placement Placement,
    LaneWidths Widths,
    TileShape Shape,
    Names Names,
    Registers Registers,
    Func<Group, Tensor, bool> IsStored,
    Func<Group, bool> Continues,
    bool SkipsZeroInputs)
{
    /// <summary>The place in a group where no index has a value yet, but for the sample's in a loop that groups share.</summary>
    public Scope NewScope(Group group)
    {
        var scope = new Scope(Placement, group.Lane, Widths.Of(group)) { Registers = Registers };
        return group.SampleLoop > 0 ? scope.With(Index.Batch, Affine.Variable(Index.Batch.Name)) : scope;
    }

    /// <summary>The variable that holds a value, declared if there is none yet.</summary>
    public string Variable(string quantity, Expr value, int width, ICollection<Code> code)
    {
        if (value is Local local)
            return local.Text;
        var name = Names.Next(quantity);
        code.Add(new Declare(name, value, width));
        return name;
    }

    /// <summary>The value that the first target's sum starts from: what was added before, the bias, or nothing.</summary>
    public Expr Start(Group group, Scope scope)
    {
        var start = group.First.IsAccumulated || Continues(group) ? scope.Element(group.First) : Expr.Zero;
        foreach (var statement in group.Starts)
        {
            start = statement.Assignment == Assignment.Set
                ? scope.Lower(statement.Expression)
                : Accumulation.Add(start, statement.Expression, scope);
        }

        return start;
    }

    /// <summary>Loops over an index in steps of several values, and what is left after the last whole step.</summary>
    /// <param name="body">Given the index's value and how many values from it on.</param>
    public static IEnumerable<Code> Steps(Index index, int step, Func<Affine, int, IReadOnlyList<Code>> body) =>
        Steps(index, step, step, (value, count, _) => body(value, count));

    /// <summary>
    /// Loops over an index in parts of steps. What is computed in a step is ordered by the step's length, of which machines
    /// with short vectors take a part at a time.
    /// </summary>
    /// <param name="body">Given the index's value, how many values from it on, and of how many the step is.</param>
    public static IEnumerable<Code> Steps(Index index, int step, int part, Func<Affine, int, int, IReadOnlyList<Code>> body)
    {
        var variable = Affine.Variable(index.Name);
        if (index.IsBatch)
        {
            yield return new Loop(index.Name, 0, null, part, body(variable, part, step), WholeOf: step);
            if (step > 1)
                yield return new Loop(index.Name, 0, null, 1, body(variable, 1, 1), RestOf: step);
            yield break;
        }

        step = Math.Min(step, index.Extent);
        var whole = index.Extent / step * step;
        var looped = step % part == 0 && whole > part ? whole : 0;
        if (looped > 0)
            yield return new Loop(index.Name, 0, looped, part, body(variable, part, step));
        for (var start = looped; start < index.Extent;)
        {
            var own = start < whole ? step : index.Extent - whole;
            var end = start < whole ? start - (start % step) + step : index.Extent;
            var count = Math.Min(part, end - start);
            foreach (var code in body(start, count, own))
                yield return code;
            start += count;
        }
    }

    /// <summary>Loops one by one over several indices, outermost first.</summary>
    public static IEnumerable<Code> Nest(IEnumerable<Index> indices, Scope scope, Func<Scope, IEnumerable<Code>> body)
    {
        var outer = indices.FirstOrDefault();
        return outer is null
            ? body(scope)
            : Steps(outer, 1, (value, _) => [.. Nest(indices.Skip(1), scope.With(outer, value), body)]);
    }
}
