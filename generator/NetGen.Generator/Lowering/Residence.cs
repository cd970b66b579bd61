using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;
using NetGen.Generator.Tensors;
using Index = NetGen.Generator.Tensors.Index;

namespace NetGen.Generator.Lowering;

/// <summary>
/// Which values of a pass must lie in memory. The others stay in registers: their readers stand in the same routine, and
/// read the very lanes that were computed.
/// </summary>
internal sealed class Residence
{
    private readonly Func<Tensor, bool> _wanted;
    private readonly LaneWidths _widths;
    private readonly TileShape _shape;
    private readonly HashSet<(Group Group, Tensor Tensor)> _stored = [];

    public Residence(IReadOnlyList<Part> parts, Func<Tensor, bool> wanted, LaneWidths widths, TileShape shape)
    {
        (Parts, _wanted, _widths, _shape) = (parts, wanted, widths, shape);
        var places = Places();
        foreach (var group in parts.SelectMany(part => part.Groups))
        {
            var isStraight = IsStraight(group);
            _stored.UnionWith(group.Targets
                .Where(target => MustStore(group, target, isStraight, places[target]))
                .Select(target => (group, target)));
        }
    }

    public IReadOnlyList<Part> Parts { get; }

    /// <summary>Whether a group writes one of its targets to memory.</summary>
    public bool IsStored(Group own, Tensor tensor) => _stored.Contains((own, tensor));

    /// <summary>Tensors that a program's statements read from, or write to, memory.</summary>
    public IEnumerable<Tensor> InMemory() => _stored.Select(entry => entry.Tensor).Concat(
        from part in Parts
        from reader in part.Groups
        from statement in reader.Statements
        from read in statement.Reads
        where read.Tensor.IsGiven
        select read.Tensor);

    /// <summary>Where each tensor appears in the statements.</summary>
    private Dictionary<Tensor, List<(Part Part, Group Group, Statement Statement)>> Places()
    {
        var places = new Dictionary<Tensor, List<(Part Part, Group Group, Statement Statement)>>();
        foreach (var part in Parts)
        {
            foreach (var group in part.Groups)
            {
                foreach (var statement in group.Statements)
                {
                    Add(statement.Target, (part, group, statement));
                    foreach (var read in statement.Reads)
                        Add(read.Tensor, (part, group, statement));
                }
            }
        }

        return places;

        void Add(Tensor tensor, (Part Part, Group Group, Statement Statement) place)
        {
            if (!places.TryGetValue(tensor, out var known))
                places.Add(tensor, known = []);
            known.Add(place);
        }
    }

    private bool MustStore(Group own, Tensor tensor, bool isStraight, List<(Part Part, Group Group, Statement Statement)> places) =>
        tensor.IsAccumulated
        || (_wanted(tensor) && (!isStraight || tensor.Role is not (TensorRole.Loss or TensorRole.Penalty)))
        || places.Any(place => place.Group != own && !(isStraight && ReadsRegisters(own, tensor, place.Part, place.Group, place.Statement)));

    /// <summary>Whether every vector of the group's values is a variable of its own, whose name later groups can use.</summary>
    private bool IsStraight(Group group) => group.Kept.Length == 0
        ? group.Lane is null || group.ReducesLanes || MapTiles.IsUnrolled(group, _widths, _shape)
        : group.ReducesLanes && ReduceTiles.IsOneVector(group, _widths, _shape);

    private bool ReadsRegisters(Group own, Tensor tensor, Part part, Group reader, Statement statement)
    {
        // A group that goes on adding to a sum starts from what is there.
        var continues = statement.Target == tensor;
        return SharesRoutine(own, part, reader)
            && (IsScalar(own, tensor) || (!continues && (ReadsLanes(own, reader, statement, tensor) || SpreadsLanes(own, reader, statement, tensor))));
    }

    private static bool SharesRoutine(Group own, Part part, Group reader) =>
        part.Groups.Contains(own) && (own.SampleLoop == 0 || own.SumsSamples || own.SampleLoop == reader.SampleLoop);

    private static bool IsScalar(Group own, Tensor tensor) => tensor.Axes.All(axis => axis.Extent == 1 || (own.SampleLoop > 0 && axis.IsBatch));

    /// <summary>Whether the reader broadcasts each lane, as a layer does with the values of the one before.</summary>
    private bool SpreadsLanes(Group own, Group reader, Statement statement, Tensor tensor) =>
        _widths.HasVectors && ResultOf(own) is ({ } lane, var width)
        && reader.Lane is { } target && target != lane && !reader.ReducesLanes && _widths.Of(reader) == width
        && tensor.Axes.Count == 1 && statement.Reduced.Length == 1 && statement.Reduced[0] == lane
        && IsOnlyShared(statement, tensor, target)
        && MapTiles.IsStraightSum(reader, lane, _widths, _shape);

    /// <summary>Whether an element of the tensor, and nothing else that is the same in all lanes, is a factor of each term.</summary>
    private static bool IsOnlyShared(Statement statement, Tensor tensor, Index target) =>
        statement.Expression is Product { Coefficient: 1 } product
        && product.Factors.Where(factor => !factor.Base.Leaves.OfType<Read>().Any(read => read.Subscripts.Contains(target)))
            .All(factor => factor is { Exponent: 1, Base: Read { Subscripts.Count: 1 } shared } && shared.Tensor == tensor);

    private bool ReadsLanes(Group own, Group reader, Statement statement, Tensor tensor) =>
        ResultOf(own) is ({ } lane, var width)
        && reader.Lane is { } target && (target == lane || (tensor.Axes.Count == 1 && target.Extent == lane.Extent)) && _widths.Of(reader) == width
        && statement.Reads.Where(read => read.Tensor == tensor).All(read => read.Subscripts.Contains(target))
        && (reader.ReducesLanes ? ReduceTiles.IsUnrolled(reader, _widths, _shape) : MapTiles.IsUnrolled(reader, _widths, _shape));

    /// <summary>The index that runs along the vectors that a group leaves, and their width.</summary>
    private (Index? Lane, int Width) ResultOf(Group own) =>
        !own.ReducesLanes ? (own.Lane, _widths.Of(own)) : own.Row is { } row ? (row, _widths.Of(row)) : (null, 1);
}
