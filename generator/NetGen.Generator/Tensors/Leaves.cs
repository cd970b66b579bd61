using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;

namespace NetGen.Generator.Tensors;

/// <summary>An element of a tensor, at a statement's indices.</summary>
internal sealed class Read(Tensor tensor, params IReadOnlyList<Index> subscripts) : Leaf
{
    public Tensor Tensor { get; } = tensor;

    public IReadOnlyList<Index> Subscripts { get; } = subscripts;

    /// <summary>Whether it is this element.</summary>
    public bool IsAt(Tensor tensor, IReadOnlyList<Index> subscripts) =>
        Tensor == tensor && (ReferenceEquals(Subscripts, subscripts) || Subscripts.SequenceEqual(subscripts));

    public override string Text => Subscripts.Count == 0 ? Tensor.Name : $"{Tensor.Name}[{string.Join(",", Subscripts)}]";

    // The order of factors and terms: run-time scalars, deltas, parameters, then the rest, as the equations are written.
    protected override string BuildKey()
    {
        var rank = Tensor.Role switch
        {
            TensorRole.Delta or TensorRole.Adjoint => 'a',
            TensorRole.Gradient => 'b',
            TensorRole.Parameter => 'c',
            TensorRole.Target or TensorRole.Label => 'y',
            _ => 'd',
        };
        return $"{rank}:{Tensor.Name}[{string.Join(",", Subscripts.Select(subscript => subscript.Name))}]";
    }
}

/// <summary>A number that the caller passes at run time, such as the scale of the gradients.</summary>
internal sealed class RuntimeScalar(string name) : Leaf
{
    /// <summary>∂C/∂loss: 1 for a gradient, 1/n for the mean over n samples, −η/n for a step of SGD.</summary>
    public static RuntimeScalar Scale { get; } = new("scale");

    /// <summary>∂C/∂penalty: 1 for a gradient, −η for a step of SGD, 0 without.</summary>
    public static RuntimeScalar Decay { get; } = new("decay");

    public string Name { get; } = name;

    public override string Text => Name;

    protected override string BuildKey() => "A:" + Name;
}

/// <summary>The value of an index.</summary>
internal sealed class IndexValue(Index index) : Leaf
{
    public Index Index { get; } = index;

    public override string Text => Index.Name;

    protected override string BuildKey() => "i:" + Index.Name;
}
