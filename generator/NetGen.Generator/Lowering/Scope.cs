using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;
using NetGen.Generator.Tensors;
using Index = NetGen.Generator.Tensors.Index;

namespace NetGen.Generator.Lowering;

/// <summary>Where a statement's expression is evaluated: the values of its indices, and what is in local variables.</summary>
/// <param name="Width">Lanes; 1 for a scalar.</param>
internal sealed record Scope(Placement Placement, Index? Lane, int Width)
{
    public IReadOnlyDictionary<string, Affine> Indices { get; init; } = new Dictionary<string, Affine>();

    /// <summary>Tensor elements at these indices that are in a local variable.</summary>
    public IReadOnlyDictionary<Tensor, string> Locals { get; init; } = new Dictionary<Tensor, string>();

    public Scope With(Index index, Affine value) =>
        this with { Indices = new Dictionary<string, Affine>(Indices.ToDictionary(pair => pair.Key, pair => pair.Value)) { [index.Name] = value } };

    public Scope With(Tensor tensor, string local) =>
        this with { Locals = new Dictionary<Tensor, string>(Locals.ToDictionary(pair => pair.Key, pair => pair.Value)) { [tensor] = local } };

    /// <summary>The same place, one lane.</summary>
    public Scope Scalar() => this with { Lane = null, Width = 1, Locals = new Dictionary<Tensor, string>() };

    public Affine this[Index index] => index.Extent == 1 ? 0 : Indices[index.Name];

    public Address AddressOf(Tensor tensor) => new(Placement[tensor].Memory, Placement[tensor].At(tensor.Axes.Select(axis => this[axis])));

    /// <summary>The element, from its local variable or from memory.</summary>
    public Expr Element(Tensor tensor) => Lower(new Read(tensor, tensor.Axes));

    public Expr Lower(Expr expression) => expression.Transform(node => node switch
    {
        Read read => Lower(read),
        RuntimeScalar scalar => Spread(new Local(scalar.Name, scalar.Key), scalar.Key),
        IndexValue value => Lower(value),
        _ => node,
    });

    /// <summary>Whether the value differs from lane to lane.</summary>
    public bool IsLaneValue(Expr expression) => Lane is not null && expression.Descend().Any(node => node switch
    {
        Read read => read.Subscripts.Contains(Lane) || Locals.ContainsKey(read.Tensor),
        IndexValue value => value.Index == Lane,
        _ => false,
    });

    /// <summary>A scalar in all lanes.</summary>
    public Expr Spread(Expr scalar, string order) => Width == 1 ? scalar : new Broadcast(scalar, Width, order);

    private Expr Lower(Read read)
    {
        var order = read.Key;
        if (Locals.TryGetValue(read.Tensor, out var local))
            return new Local(local, order);
        if (read.Tensor.Role == TensorRole.Label)
            return Spread(new LabelValue(read.Subscripts.Count == 0 ? null : this[read.Subscripts[0]], order), order);
        var address = new Address(
            Placement[read.Tensor].Memory,
            Placement[read.Tensor].At(read.Subscripts.Select(subscript => this[subscript])));
        return Lane is not null && read.Subscripts.Contains(Lane)
            ? new Load(address, Width, order, Inside(address))
            : Spread(new Load(address, 1, order), order);
    }

    /// <summary>How many lanes of the vector here lie in memory: the caller's rows have no pads. Null for all.</summary>
    public int? Inside(Address address) =>
        address.Memory is Memory.Parameters or Memory.Workspace or Memory.Gradients || Pads == 0 ? null : Width - Pads;

    /// <summary>How many lanes of the vector here are behind the end of the axis. A partial vector never stands in a loop.</summary>
    public int Pads => Lane is not null && this[Lane].Terms.Count == 0 ? Math.Max(0, this[Lane].Constant + Width - Lane.Extent) : 0;

    private Expr Lower(IndexValue value)
    {
        if (value.Index == Lane && Width > 1)
            return new LaneIndex(this[value.Index], Width, value.Key);
        return Spread(new LaneIndex(this[value.Index], 1, value.Key), value.Key);
    }
}
