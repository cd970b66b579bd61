using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NetGen.Generator.Tensors;

namespace NetGen.Generator.Lowering;

/// <summary>A part of a pass that becomes one routine.</summary>
/// <param name="Stages">How many stages of the pass it joins.</param>
/// <param name="IsWhole">Whether it is all of a pass that has more than layers, or more than what follows them.</param>
internal sealed record Part(string Name, IReadOnlyList<Group> Groups, int Stages, bool IsWhole);

/// <summary>
/// Divides a pass into routines: what stands in one keeps its values in registers. The forward layers, what makes the
/// prediction, the loss and its gradient of their result, and the backward layers; a batch's layers are routines of their own.
/// A pass of one sample that is small, and needs no loop, is one routine: what goes from one to the next waits for memory.
/// </summary>
internal static class Parts
{
    private const string PenaltyGradient = "PenaltyGradient";
    private const string Whole = "Whole";

    /// <param name="limit">Of the <see cref="CodeSize"/> of stages that are joined.</param>
    public static IReadOnlyList<Part> Divide(TensorProgram program, Placement placement, LaneWidths widths, TileShape shape, Pass pass, int limit)
    {
        var stages = program.Statements.GroupBy(statement => statement.Stage)
            .Select(stage => (Stage: stage.Key, Groups: Grouping.Build(stage, placement))).ToList();
        var isWhole = pass.Samples is null && (pass.IsInference || pass.Name == "Accumulate") && !shape.IsFull
            && stages.Select(stage => Kind(stage.Stage)).Distinct().Count() > 1
            && stages.Sum(stage => Size(stage.Groups)) <= Math.Min(limit, CodeSize.WholeLimit)
            && stages.TrueForAll(stage => stage.Groups.All(HasNoLoop));
        if (isWhole)
            return [new Part(Whole, InOrder(stages), stages.Count, IsWhole: true)];

        var parts = new List<List<(string Stage, IReadOnlyList<Group> Groups)>>();
        foreach (var (stage, groups) in stages)
        {
            // The weight decay of all layers, whose groups have nothing in common; each operation comes with a read and a write.
            if (stage == PenaltyGradient)
            {
                foreach (var group in groups)
                    Add(stage, [group], parts.LastOrDefault() is { } others && others[0].Stage == stage ? others : null, limit / 2);
                continue;
            }

            var last = parts.LastOrDefault();
            Add(stage, groups, last is not null && CanJoin(last[last.Count - 1].Stage, stage, pass.Batch, shape) ? last : null, limit);
        }

        var penalties = 0;
        return [.. parts.Select(part => new Part(
            part[0].Stage == PenaltyGradient ? Number(PenaltyGradient, ++penalties) : Name([.. part.Select(stage => stage.Stage)]),
            pass.Batch ? SampleLoops.Share([.. part.SelectMany(stage => stage.Groups)], placement.IsExact) : InOrder(part), part.Count, IsWhole: false))];

        void Add(string stage, IReadOnlyList<Group> groups, List<(string Stage, IReadOnlyList<Group> Groups)>? last, int most)
        {
            if (last is not null && last.Sum(other => Size(other.Groups)) + Size(groups) <= most)
                last.Add((stage, groups));
            else
                parts.Add([(stage, groups)]);
        }

        IReadOnlyList<Group> InOrder(IEnumerable<(string Stage, IReadOnlyList<Group> Groups)> joined) =>
            [.. joined.SelectMany(stage => stage.Groups).OrderBy(group => group.First.IsWrittenLast)];

        bool HasNoLoop(Group group) => group.Lane is null ? group.Kept.Length == 0 && !group.Reduces
            : group.ReducesLanes ? ReduceTiles.HasNoLoop(group, widths, shape)
            : MapTiles.HasNoLoop(group, widths, shape);

        int Size(IEnumerable<Group> groups) => groups.Sum(group => CodeSize.Of(group, widths, shape));
    }

    private static bool CanJoin(string before, string stage, bool isBatch, TileShape shape) =>
        Kind(before) == Kind(stage) && (Kind(stage) == "Head" || (!isBatch && shape.Steps < TileShape.Full.Steps));

    private static string Number(string name, int number) => number == 1 ? name : name + number.ToString(CultureInfo.InvariantCulture);

    private static string Kind(string stage) => Equations.IsLayer(stage) ? "Layers" : Equations.IsBackward(stage) ? "Backward" : Equations.IsTangents(stage) ? "Tangents" : "Head";

    /// <summary>The only stage's name; layers by the first and the last; else what the part ends with.</summary>
    private static string Name(IReadOnlyList<string> stages)
    {
        var (first, last) = (stages[0], stages[stages.Count - 1]);
        return stages.Count == 1 || Kind(first) == "Head" ? last : $"{first}To{Equations.LayerNumber(last)}";
    }
}
