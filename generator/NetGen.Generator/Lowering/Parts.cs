using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Tensors;

namespace NetGen.Generator.Lowering;

/// <summary>A part of a pass that becomes one routine.</summary>
internal sealed record Part(string Name, IReadOnlyList<Group> Groups);

/// <summary>
/// Divides a pass into routines: what stands in one keeps its values in registers. The forward layers, what makes the
/// prediction, the loss and its gradient of their result, and the backward layers; a batch's layers are routines of their own.
/// </summary>
internal static class Parts
{
    public static IReadOnlyList<Part> Divide(TensorProgram program, Placement placement, LaneWidths widths, TileShape shape, bool isBatch)
    {
        var parts = new List<List<(string Stage, IReadOnlyList<Group> Groups)>>();
        foreach (var stage in program.Statements.GroupBy(statement => statement.Stage))
        {
            var groups = Grouping.Build(stage, placement);
            var last = parts.LastOrDefault();
            if (last is not null && CanJoin(last[last.Count - 1].Stage, stage.Key, isBatch, shape) && last.Sum(other => Size(other.Groups)) + Size(groups) <= CodeSize.Limit)
                last.Add((stage.Key, groups));
            else
                parts.Add([(stage.Key, groups)]);
        }

        return [.. parts.Select(part => new Part(
            Name([.. part.Select(stage => stage.Stage)]),
            isBatch ? SampleLoops.Share([.. part.SelectMany(stage => stage.Groups)], placement.IsExact) : LossLast(part.SelectMany(stage => stage.Groups))))];

        int Size(IEnumerable<Group> groups) => groups.Sum(group => CodeSize.Of(group, widths, shape));
    }

    /// <summary>Nothing waits for the loss: before the errors, its logarithm would take registers that they need.</summary>
    private static IReadOnlyList<Group> LossLast(IEnumerable<Group> groups) => [.. groups.OrderBy(group => group.First.Role == TensorRole.Loss)];

    private static bool CanJoin(string before, string stage, bool isBatch, TileShape shape) =>
        Kind(before) == Kind(stage) && (Kind(stage) == "Head" || (!isBatch && shape.Steps < TileShape.Full.Steps));

    private static string Kind(string stage) => Equations.IsLayer(stage) ? "Layers" : Equations.IsBackward(stage) ? "Backward" : "Head";

    /// <summary>The only stage's name; layers by the first and the last; else what the part ends with.</summary>
    private static string Name(IReadOnlyList<string> stages)
    {
        var (first, last) = (stages[0], stages[stages.Count - 1]);
        return stages.Count == 1 || Kind(first) == "Head" ? last : $"{first}To{Equations.LayerNumber(last)}";
    }
}
