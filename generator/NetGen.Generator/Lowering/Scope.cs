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
    /// <summary>What earlier groups of the routine left in variables.</summary>
    public Registers? Registers { get; init; }

    // A handful of entries each: searched from the end, and shared by the scopes that are made from this one.
    private (Index Index, Affine Value)[] Indices { get; init; } = [];

    private (Read Element, string Name)[] Locals { get; init; } = [];

    private (Read Element, Affine Origin, int Stride)? Strip { get; init; }

    /// <summary>The index of the terms of a sum, of which what the routine holds is spread from vector to vector.</summary>
    public Index? Summed { get; init; }

    /// <summary>The place where rows of the tensor that an element belongs to, transposed, start at an offset in the workspace.</summary>
    public Scope WithStrip(Read element, Affine origin, int stride) => this with { Strip = (element, origin, stride) };

    public Scope With(Index index, Affine value) => this with { Indices = [.. Indices, (index, value)] };

    /// <summary>The place where the tensor's element, at its own axes, is in a local variable.</summary>
    public Scope With(Tensor tensor, string local) => With(new Read(tensor, tensor.Axes), local);

    /// <summary>The place where an element is in a local variable.</summary>
    /// <param name="element">The element at these subscripts: at others, as in a[i] beside a[j], the tensor has another value.</param>
    public Scope With(Read element, string local) => this with { Locals = [.. Locals, (element, local)] };

    /// <summary>The same place, one lane.</summary>
    public Scope Scalar() => this with { Lane = null, Width = 1, Locals = [] };

    /// <summary>The name of the local variable that holds the tensor's element at its own axes; null if none does.</summary>
    public string? LocalOf(Tensor tensor) => LocalOf(tensor, tensor.Axes);

    /// <summary>The name of the local variable that holds the element; null if none does.</summary>
    public string? LocalOf(Read element) => LocalOf(element.Tensor, element.Subscripts);

    public Affine this[Index index]
    {
        get
        {
            if (index.Extent == 1)
                return index == Index.Current ? Affine.Variable(index.Name) : 0;
            var place = Indices.Length - 1;
            while (Indices[place].Index.Name != index.Name)
                place--;
            return Indices[place].Value;
        }
    }

    public Address AddressOf(Tensor tensor) => AddressOf(tensor, tensor.Axes);

    /// <summary>The element, from its local variable or from memory.</summary>
    public Expr Element(Tensor tensor) => Lower(new Read(tensor, tensor.Axes));

    public Expr Lower(Expr expression) => expression.MapLeaves(leaf => leaf switch
    {
        Read read => Lower(read),
        RuntimeScalar scalar => Spread(new Local(scalar.Name)),
        IndexValue value => Lower(value),
        _ => leaf,
    });

    /// <summary>Whether the value differs from lane to lane.</summary>
    public bool IsLaneValue(Expr expression) => Lane is not null && Array.Exists(expression.Leaves, leaf => leaf switch
    {
        Read read => read.Subscripts.Contains(Lane) || LocalOf(read) is not null,
        IndexValue value => value.Index == Lane,
        _ => false,
    });

    /// <summary>A scalar in all lanes.</summary>
    public Expr Spread(Expr scalar) => Width == 1 ? scalar : new Broadcast(scalar, Width);

    private string? LocalOf(Tensor tensor, IReadOnlyList<Index> subscripts)
    {
        for (var local = Locals.Length - 1; local >= 0; local--)
        {
            if (Locals[local].Element.IsAt(tensor, subscripts))
                return Locals[local].Name;
        }

        return null;
    }

    private Expr Lower(Read read)
    {
        if (LocalOf(read) is { } local)
            return new Local(local);
        if (Held(read) is { } held)
            return held;
        if (read.Tensor.Role == TensorRole.Label)
            return Spread(new LabelValue(read.Subscripts.Count == 0 ? null : this[read.Subscripts[0]]));
        if (Strip is { } strip && strip.Element.IsAt(read.Tensor, read.Subscripts))
        {
            var row = read.Subscripts.Single(subscript => subscript != Lane);
            return new Load(new Address(Memory.Workspace, strip.Origin + (this[row] * strip.Stride)), Width);
        }

        var address = AddressOf(read.Tensor, read.Subscripts);
        return Lane is not null && read.Subscripts.Contains(Lane)
            ? new Load(address, Width, Inside(address))
            : Spread(new Load(address, 1));
    }

    private Address AddressOf(Tensor tensor, IReadOnlyList<Index> subscripts) => Placement[tensor].At(subscripts, index => this[index]);

    private Expr? Held(Read read)
    {
        if (Lane is not null && read.Subscripts.Contains(Lane))
            return this[Lane].Terms.Length == 0 && Registers?.Find(read.Tensor, this[Lane].Constant, Width) is { } vector ? new Local(vector) : null;
        if (HeldLane(read) is { } lane)
            return lane;
        return read.Subscripts.All(subscript => subscript.Extent == 1 || subscript.IsBatch) && Registers?.Find(read.Tensor, 0, 1) is { } scalar
            ? Spread(new Local(scalar))
            : null;
    }

    /// <summary>An element that is one lane of a vector in a variable, in every lane.</summary>
    private Helper? HeldLane(Read read)
    {
        if (Width == 1 || Summed is null || read.Subscripts.Count != 1 || read.Subscripts[0] != Summed || this[Summed].Terms.Length > 0)
            return null;
        var place = this[Summed].Constant;
        return Registers?.Find(read.Tensor, place - (place % Width), Width) is { } vector
            ? new Helper("BroadcastLane", [new Local(vector)], Width, place % Width)
            : null;
    }

    /// <summary>How many lanes of the vector here lie in memory: the caller's rows have no pads. Null for all.</summary>
    public int? Inside(Address address) =>
        address.Memory is Memory.Parameters or Memory.Workspace or Memory.Gradients || Pads == 0 ? null : Width - Pads;

    /// <summary>How many lanes of the vector here are behind the end of the axis. A partial vector never stands in a loop.</summary>
    public int Pads => Lane is not null && this[Lane].Terms.Length == 0 ? Math.Max(0, this[Lane].Constant + Width - Lane.Extent) : 0;

    private Expr Lower(IndexValue value)
    {
        if (value.Index == Lane && Width > 1)
            return new LaneIndex(this[value.Index], Width);
        return Spread(new LaneIndex(this[value.Index], 1));
    }
}
