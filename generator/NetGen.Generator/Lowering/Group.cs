using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;
using NetGen.Generator.Tensors;
using Index = NetGen.Generator.Tensors.Index;

namespace NetGen.Generator.Lowering;

/// <summary>Statements that are computed together, over the same indices of their targets.</summary>
/// <remarks>Compared by identity, and asked often: what follows from its statements is found once.</remarks>
internal sealed class Group
{
    /// <param name="lane">The index that vectors run along; null where there is none.</param>
    /// <param name="statements">In order. Only the first target may have more than one statement and reduce an index.</param>
    /// <param name="packed">Weights that run the other way in memory and are transposed, a strip at a time, before they are read.</param>
    /// <param name="sampleLoop">The number of the loop over a batch's samples that the group shares with others; 0 for none.</param>
    public Group(Index? lane, IReadOnlyList<Statement> statements, PackedWeights? packed = null, int sampleLoop = 0)
    {
        (Lane, Statements, Packed, SampleLoop) = (lane, statements, packed, sampleLoop);
        ReducesLanes = lane is not null && !First.Axes.Contains(lane);
        Kept = [.. First.Axes.Where(axis => axis != lane && axis.Extent != 1 && !IsBound(axis))];
        SumsSamples = sampleLoop > 0 && !First.Axes.Any(axis => axis.IsBatch);
        Sums = [.. statements.Where(statement => statement.Reduces)];
        Starts = [.. statements.Where(statement => statement.Target == First && !statement.Reduces)];
        Targets = [.. statements.Select(statement => statement.Target).Distinct()];
    }

    public Index? Lane { get; }

    public IReadOnlyList<Statement> Statements { get; }

    public PackedWeights? Packed { get; }

    public int SampleLoop { get; }

    public Tensor First => Statements[0].Target;

    /// <summary>What the statements write.</summary>
    public Tensor[] Targets { get; }

    /// <summary>Whether it computes a layer's result, which inference needs too.</summary>
    public bool IsForward => Equations.IsLayer(Statements[0].Stage);

    /// <summary>The first target is reduced along the lanes, so that a sum across them is needed.</summary>
    public bool ReducesLanes { get; }

    /// <summary>The indices of the targets but the lanes', outermost first.</summary>
    public Index[] Kept { get; }

    /// <summary>Adds up over the samples of the loop that it shares.</summary>
    public bool SumsSamples { get; }

    /// <summary>The statements that reduce an index.</summary>
    public Statement[] Sums { get; }

    public bool Reduces => Sums.Length > 0;

    /// <summary>What the first target's sum starts from.</summary>
    public Statement[] Starts { get; }

    /// <summary>The indices that a statement is summed over, here.</summary>
    public IEnumerable<Index> Reduced(Statement statement) => statement.Reduced.Where(index => index.Extent != 1 && !IsBound(index));

    private bool IsBound(Index index) => SampleLoop > 0 && index.IsBatch;

    /// <summary>The innermost of them, of which a tile computes several values together.</summary>
    public Index? Row => Kept.Length == 0 ? null : Kept[Kept.Length - 1];

    /// <summary>Takes a maximum, which is the same in any order.</summary>
    public bool IsMaximum => Statements[0].Assignment == Assignment.Max;

    /// <summary>The same statements in a loop over a batch's samples.</summary>
    public Group InLoop(int number) => new(Lane, Statements, Packed, number);
}

/// <summary>Classifies statements by their indices and fuses elementwise statements into the one that feeds them.</summary>
internal static class Grouping
{
    public static IReadOnlyList<Group> Build(IEnumerable<Statement> statements, Placement placement)
    {
        var groups = new List<Group>();
        foreach (var statement in statements)
        {
            var lane = LaneOf(statement, placement);
            if (Packing(statement, lane, placement) is { } packing)
            {
                // A bias starts the sum.
                var last = groups.LastOrDefault();
                var starts = last is not null && last.Statements.All(other => other.Target == statement.Target) && !last.Reduces;
                if (starts)
                    groups.RemoveAt(groups.Count - 1);
                groups.Add(new Group(packing.Lane, starts ? [.. last!.Statements, statement] : [statement], packing.Weights));
                continue;
            }

            if (groups.Count > 0 && CanJoin(groups[groups.Count - 1], statement, lane, placement))
                groups[groups.Count - 1] = Join(groups[groups.Count - 1], statement, lane);
            else
                groups.Add(new Group(lane, [statement]));
        }

        return groups;
    }

    /// <summary>
    /// The index along which every operand is contiguous or constant, best one that the target keeps. For an exact sum
    /// across lanes, which adds scalars, the innermost of those that it adds over.
    /// </summary>
    private static Index? LaneOf(Statement statement, Placement placement)
    {
        var indices = statement.Domain.Where(index => !index.IsBatch && index.Extent > 1).ToList();
        var contiguous = indices.FindAll(index => IsContiguous(statement.Target, statement.Subscripts, index, placement)
            && Array.TrueForAll(statement.Reads, read => IsContiguous(read.Tensor, read.Subscripts, index, placement)));
        var lane = contiguous.Find(statement.Target.Axes.Contains) ?? contiguous.FirstOrDefault();
        return placement.IsExact && statement.Assignment == Assignment.Add && lane is not null && !statement.Target.Axes.Contains(lane)
            ? indices.Last(statement.Reduced.Contains)
            : lane;
    }

    /// <summary>
    /// A batch's Wᵀ δ reads the same weights for every sample, and so does W a where weights are stored by outputs: once they
    /// are transposed, no sum runs across lanes. So do rows of a Jacobian, the first of which may be the weights themselves.
    /// </summary>
    private static (Index Lane, PackedWeights Weights)? Packing(Statement statement, Index? contiguous, Placement placement)
    {
        // A sum across lanes, or no lanes at all.
        var axes = statement.Target.Axes;
        if (axes.Count == 0 || (statement.Reduces ? contiguous is null || axes.Contains(contiguous) : contiguous is not null))
            return null;

        var lane = axes[axes.Count - 1];
        var weights = statement.Reads.Where(read => !IsContiguous(read.Tensor, read.Subscripts, lane, placement)).ToList();
        return weights.Count == 1 && weights[0].Tensor.Role == TensorRole.Parameter && placement.PaysToPack(statement, lane, weights[0].Tensor)
            ? (lane, new(weights[0], lane))
            : null;
    }

    private static bool IsContiguous(Tensor tensor, IReadOnlyList<Index> subscripts, Index index, Placement placement)
    {
        var strides = placement.Strides(tensor);
        for (var axis = 0; axis < subscripts.Count; axis++)
        {
            if (subscripts[axis] == index && strides[axis] != 1)
                return false;
        }

        return true;
    }

    private static bool CanJoin(Group group, Statement statement, Index? lane, Placement placement)
    {
        if (statement.Target == group.First)
        {
            // A bias has no index that is reduced: it starts the sum, whichever way that runs. Where the order counts, one
            // that follows the sum must not.
            return group.Packed is null && group.Statements.All(other => other.Target == group.First)
                && ((lane == group.Lane && (!placement.IsExact || statement.Reduces)) || !group.Reduces)
                && statement.Assignment == Assignment.Add;
        }

        return group.Lane is not null
            && lane == group.Lane
            && !group.ReducesLanes
            && !(group.Reduces && CodeSize.HasFunctions(statement.Expression) && !FitsFunctions(group, statement, placement))
            && statement.Assignment == Assignment.Set
            && !statement.Reduces
            && statement.Target.Axes.SequenceEqual(group.First.Axes)
            && Array.TrueForAll(statement.Reads, read => !group.Targets.Contains(read.Tensor) || read.IsAt(read.Tensor, read.Tensor.Axes));
    }

    /// <summary>Not those of many samples, nor of all vectors of a wide layer: they get loops of their own.</summary>
    private static bool FitsFunctions(Group group, Statement statement, Placement placement)
    {
        if (group.First.Axes.Any(axis => axis.IsBatch))
            return false;
        var (vectors, tile) = (placement.Widths.Vectors(group.Lane!), TileShape.Auto.Accumulators);
        var written = vectors <= tile ? vectors : tile + (vectors % tile);
        return written <= CodeSize.MostTogether([.. group.Statements, statement], placement.Widths);
    }

    private static Group Join(Group group, Statement statement, Index? lane) => new(
        statement.Target == group.First && statement.Reduces ? lane : group.Lane, [.. group.Statements, statement], group.Packed);
}
