using System.Collections.Generic;

namespace NetGen.Generator.Tensors;

/// <summary>An index of a statement: one axis of a network, such as a layer's units.</summary>
/// <param name="Extent">How many values it takes; <see cref="BatchExtent"/> if only known at run time.</param>
internal sealed record Index(string Name, int Extent)
{
    public const int BatchExtent = -1;

    // No layer's axis is called so.
    private const string JacobianName = "c";

    /// <summary>The samples of a batch.</summary>
    public static Index Batch { get; } = new("n", BatchExtent);

    /// <summary>The sample at hand, of a batch whose samples are worked on one after the other.</summary>
    public static Index Current { get; } = new("n", 1);

    /// <summary>The samples of the batch before the one at hand.</summary>
    public static Index Earlier { get; } = new("h", BatchExtent);

    /// <summary>The rows of a Jacobian, or its columns.</summary>
    public static Index OfJacobian(int extent) => new(JacobianName, extent);

    /// <summary>Whether it counts the rows or columns of a Jacobian.</summary>
    public bool IsOfJacobian => Name == JacobianName;

    public bool IsBatch => Extent == BatchExtent;

    /// <summary>Whether it is a place in a batch.</summary>
    public bool CountsSamples => IsBatch || this == Current;

    public override string ToString() => Name;
}

internal enum TensorRole
{
    Input,
    Target,
    Label,
    Parameter,
    Temporary,
    Prediction,
    Logits,

    /// <summary>What a layer gives, for the caller.</summary>
    Visible,
    Loss,
    Penalty,

    /// <summary>∂C/∂parameter: added to what its buffer holds.</summary>
    Gradient,
    InputGradient,

    /// <summary>∂output/∂x, a row for each output.</summary>
    Jacobian,

    /// <summary>δ: ∂C/∂z of a layer, kept under its name because the equations speak of it.</summary>
    Delta,

    /// <summary>∂C/∂ of any other inner quantity.</summary>
    Adjoint,
}

/// <summary>An array of the tensor program; compared by identity, named for the reader.</summary>
internal sealed class Tensor(string name, TensorRole role, params IReadOnlyList<Index> axes)
{
    public string Name { get; } = name;

    public TensorRole Role { get; } = role;

    /// <summary>Nothing waits for the loss: before the errors, its logarithm would take registers that they need.</summary>
    public bool IsWrittenLast => Role == TensorRole.Loss;

    /// <summary>One index an axis; the batch, where there is one, comes first.</summary>
    public IReadOnlyList<Index> Axes { get; } = axes;

    /// <summary>The weight or bias that a gradient belongs to.</summary>
    public Tensor? Parameter { get; init; }

    /// <summary>The number of the layer that a parameter belongs to, from 1.</summary>
    public int Layer { get; init; }

    /// <summary>Of a parameter: whether training changes it.</summary>
    public bool IsTrainable { get; init; }

    /// <summary>The value of an elementary function inside a formula, given a place so that derivatives can use it.</summary>
    public bool IsIntermediate { get; init; }

    /// <summary>What an earlier program left in the working memory.</summary>
    public bool IsLeft { get; init; }

    /// <summary>Written before the program.</summary>
    public bool IsGiven => IsLeft || Role is TensorRole.Input or TensorRole.Target or TensorRole.Label or TensorRole.Parameter;

    /// <summary>Holds what earlier calls added, so that the program only adds.</summary>
    public bool IsAccumulated => Role is TensorRole.Gradient;

    public override string ToString() => Axes.Count == 0 ? Name : $"{Name}[{string.Join(",", Axes)}]";
}
