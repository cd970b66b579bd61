using System.Collections.Generic;
using NetGen.Generator.Calculus;
using Index = NetGen.Generator.Tensors.Index;

namespace NetGen.Generator.Lowering;

/// <summary>A statement of the schedule: what a routine does, in the order it does it. Printers turn it into text.</summary>
internal abstract record Code;

/// <summary>A comment on the lines that follow.</summary>
internal sealed record Remark(string Text) : Code;

/// <summary><c>var name = value</c> over <paramref name="Width"/> lanes; 1 is a scalar.</summary>
internal sealed record Declare(string Name, Expr Value, int Width) : Code;

/// <summary><c>name = value</c>.</summary>
internal sealed record Assign(string Name, Expr Value, int Width) : Code;

/// <summary>Writes lanes to memory.</summary>
/// <param name="First">How many lanes to write, where memory ends before the vector does; null for all.</param>
/// <param name="Stride">From lane to lane.</param>
internal sealed record Store(Address Address, Expr Value, int Width, int? First = null, int Stride = 1) : Code;

/// <summary>Writes rows of memory as columns: target[column, row] = source[row, column].</summary>
/// <param name="Stride">From row to row of the source.</param>
/// <param name="TargetStride">From column to column of the source, which are rows of the target.</param>
internal sealed record Transpose(Address Source, int Rows, int Columns, int Stride, Address Target, int TargetStride) : Code;

/// <summary>Adds the lanes of sums of the widest vectors, which follow each other in memory, to elements that do.</summary>
internal sealed record AddLanes(Address Sums, Address Target, int Count) : Code;

/// <summary>A counted loop.</summary>
/// <param name="To">The bound, or null for a number of samples.</param>
/// <param name="WholeOf">Above 1: runs over the samples that make whole steps of so many, of which its own are parts.</param>
/// <param name="RestOf">Above 1: runs over what loops of that step leave of the samples.</param>
internal sealed record Loop(string Variable, int From, int? To, int Step, IReadOnlyList<Code> Body, int WholeOf = 1, int RestOf = 1) : Code
{
    /// <summary>The number of samples: all, or those before the one at hand.</summary>
    public string Samples => Variable == Index.Earlier.Name ? Index.Current.Name : "count";
}

/// <summary>What is left out where a scalar is 0.</summary>
internal sealed record IfNotZero(Expr Scalar, IReadOnlyList<Code> Body) : Code;

/// <summary>Gives the loss back.</summary>
internal sealed record Return(Expr Value) : Code;

/// <summary>The memories that routines work on.</summary>
internal enum Memory
{
    Parameters,
    Input,
    Target,
    Labels,
    Workspace,
    Gradients,
    Output,
    Logits,
    Visible,
    InputGradient,
    Jacobian,
}

internal sealed record Address(Memory Memory, Affine Offset);

/// <summary>A leaf of lowered expressions.</summary>
internal abstract class CodeLeaf : Leaf
{
    protected override string BuildKey() => Text;
}

/// <summary>A value in a local variable.</summary>
internal sealed class Local(string name) : CodeLeaf
{
    public override string Text => name;
}

/// <summary>Lanes read from memory.</summary>
/// <param name="isRepeated">Whether they are the first 128 bits again and again.</param>
internal sealed class Load(Address address, int width, int? first = null, int stride = 1, bool isRepeated = false) : CodeLeaf
{
    public bool IsRepeated { get; } = isRepeated;

    /// <summary>From lane to lane.</summary>
    public int Stride { get; } = stride;

    /// <summary>How many lanes to read, where memory ends before the vector does; null for all.</summary>
    public int? First { get; } = first;

    public Address Address { get; } = address;

    public int Width { get; } = width;

    public override string Text => $"{Address.Memory}[{Address.Offset}]x{Width}{(IsRepeated ? " repeated" : string.Empty)}";
}

/// <summary>A scalar in every lane.</summary>
internal sealed class Broadcast(Expr value, int width) : CodeLeaf
{
    public Expr Value { get; } = value;

    public int Width { get; } = width;

    public override string Text => $"broadcast{Width}({Value.Key})";
}

/// <summary>The lanes' own indices: offset, offset + 1, …</summary>
internal sealed class LaneIndex(Affine offset, int width) : CodeLeaf
{
    public Affine Offset { get; } = offset;

    public int Width { get; } = width;

    public override string Text => $"lanes({Offset})x{Width}";
}

/// <summary>A class label as a real number, which is exact to 2²⁴.</summary>
/// <param name="width">Above 1, one sample after the other, one in each lane.</param>
internal sealed class LabelValue(Affine? sample, int width = 1) : CodeLeaf
{
    public int Width { get; } = width;

    /// <summary>The sample, or null where there is one only.</summary>
    public Affine? Sample { get; } = sample;

    public override string Text => $"label({Sample})";
}

/// <summary>A helper of the printers' own: <c>MultiplyAdd</c>, <c>ReduceSum</c>, <c>FirstLanes</c> and their like.</summary>
internal sealed class Helper(string name, IReadOnlyList<Expr> arguments, int width, int? constant = null) : CodeLeaf
{
    public string Name { get; } = name;

    public IReadOnlyList<Expr> Arguments { get; } = arguments;

    /// <summary>Lanes of the arguments.</summary>
    public int Width { get; } = width;

    /// <summary>The elementary function that it computes; null for any other helper.</summary>
    public Function? Function { get; init; }

    /// <summary>A last argument that is a plain integer.</summary>
    public int? Constant { get; } = constant;

    public override string Text => $"{Name}({string.Join(",", System.Linq.Enumerable.Select(Arguments, argument => argument.Key))},{Constant})";
}
