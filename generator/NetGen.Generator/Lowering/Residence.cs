using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Tensors;

namespace NetGen.Generator.Lowering;

/// <summary>
/// Which values of a pass must lie in memory. The others stay in registers: their readers stand in the same routine, and
/// read the very lanes that were computed.
/// </summary>
internal sealed class Residence(IReadOnlyList<Part> parts, Func<Tensor, bool> wanted, LaneWidths widths, TileShape shape)
{
    /// <summary>Where each tensor appears in the statements.</summary>
    private readonly ILookup<Tensor, (Part Part, Group Group, Statement Statement)> _places = (
        from part in parts
        from reader in part.Groups
        from statement in reader.Statements
        from tensor in statement.Reads.Select(read => read.Tensor).Append(statement.Target).Distinct()
        select (tensor, place: (part, reader, statement))).ToLookup(entry => entry.tensor, entry => entry.place);

    public IReadOnlyList<Part> Parts => parts;

    /// <summary>Whether a group writes one of its targets to memory.</summary>
    public bool IsStored(Group own, Tensor tensor) =>
        (wanted(tensor) && tensor.Role is not (TensorRole.Loss or TensorRole.Penalty))
        || (wanted(tensor) && !IsStraight(own))
        || tensor.IsAccumulated
        || _places[tensor].Any(place => place.Group != own && ReadsMemory(own, tensor, place.Part, place.Group, place.Statement));

    /// <summary>Whether every vector of the group's values is a variable of its own, whose name later groups can use.</summary>
    public bool IsStraight(Group group) => group.Kept.Length == 0
        ? group.Lane is null || group.ReducesLanes || MapTiles.IsUnrolled(group, widths, shape)
        : group.ReducesLanes && ReduceTiles.IsOneVector(group, widths, shape);

    /// <summary>Tensors that a program's statements read from, or write to, memory.</summary>
    public IEnumerable<Tensor> InMemory() => parts.SelectMany(part => part.Groups).SelectMany(group =>
    {
        var targets = group.Statements.Select(statement => statement.Target).Distinct().ToList();
        return targets.Where(target => IsStored(group, target))
            .Concat(group.Statements.SelectMany(statement => statement.Reads).Select(read => read.Tensor).Where(tensor => tensor.IsGiven));
    });

    private bool ReadsMemory(Group own, Tensor tensor, Part part, Group reader, Statement statement)
    {
        // A group that goes on adding to a sum starts from what is there.
        var continues = statement.Target == tensor;
        return !(SharesRegisters(own, part, reader)
            && (IsScalar(own, tensor) || (!continues && ReadsLanes(own, reader, statement, tensor))));
    }

    private bool SharesRegisters(Group own, Part part, Group reader) =>
        part.Groups.Contains(own) && IsStraight(own) && (own.SampleLoop == 0 || own.SumsSamples || own.SampleLoop == reader.SampleLoop);

    private static bool IsScalar(Group own, Tensor tensor) => tensor.Axes.All(axis => axis.Extent == 1 || (own.SampleLoop > 0 && axis.IsBatch));

    private bool ReadsLanes(Group own, Group reader, Statement statement, Tensor tensor) =>
        (own.ReducesLanes ? own.Row : own.Lane) is { } lane
        && reader.Lane == lane
        && widths.Of(reader) == (own.ReducesLanes ? widths.Of(lane) : widths.Of(own))
        && statement.Reads.Where(read => read.Tensor == tensor).All(read => read.Subscripts.Contains(lane))
        && (reader.ReducesLanes ? ReduceTiles.IsUnrolled(reader, widths, shape) : MapTiles.IsUnrolled(reader, widths, shape));
}
