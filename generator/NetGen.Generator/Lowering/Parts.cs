using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NetGen.Generator.Tensors;

namespace NetGen.Generator.Lowering;

/// <summary>A part of a pass that becomes one routine.</summary>
/// <param name="Stages">How many stages of the pass it joins.</param>
internal sealed record Part(string Name, IReadOnlyList<Group> Groups, int Stages);

/// <summary>
/// Divides a pass into routines: what stands in one keeps its values in registers. The forward layers, what makes the
/// prediction, the loss and its gradient of their result, and the backward layers; a batch's layers are routines of their own.
/// </summary>
internal static class Parts
{
    private const string PenaltyGradient = "PenaltyGradient";

    /// <param name="limit">Of the <see cref="CodeSize"/> of stages that are joined.</param>
    public static IReadOnlyList<Part> Divide(TensorProgram program, Placement placement, LaneWidths widths, TileShape shape, bool isBatch, int limit)
    {
        var parts = new List<List<(string Stage, IReadOnlyList<Group> Groups)>>();
        foreach (var stage in program.Statements.GroupBy(statement => statement.Stage))
        {
            var groups = Grouping.Build(stage, placement);

            // The weight decay of all layers, whose groups have nothing in common; each operation comes with a read and a write.
            if (stage.Key == PenaltyGradient)
            {
                foreach (var group in groups)
                    Add(stage.Key, [group], parts.LastOrDefault() is { } others && others[0].Stage == stage.Key ? others : null, limit / 2);
                continue;
            }

            var last = parts.LastOrDefault();
            Add(stage.Key, groups, last is not null && CanJoin(last[last.Count - 1].Stage, stage.Key, isBatch, shape) ? last : null, limit);
        }

        var penalties = 0;
        return [.. parts.Select(part => new Part(
            part[0].Stage == PenaltyGradient ? Number(PenaltyGradient, ++penalties) : Name([.. part.Select(stage => stage.Stage)]),
            isBatch ? SampleLoops.Share([.. part.SelectMany(stage => stage.Groups)], placement.IsExact) : [.. part.SelectMany(stage => stage.Groups).OrderBy(group => group.First.IsWrittenLast)], part.Count))];

        void Add(string stage, IReadOnlyList<Group> groups, List<(string Stage, IReadOnlyList<Group> Groups)>? last, int most)
        {
            if (last is not null && last.Sum(other => Size(other.Groups)) + Size(groups) <= most)
                last.Add((stage, groups));
            else
                parts.Add([(stage, groups)]);
        }

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
