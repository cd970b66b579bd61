using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;
using NetGen.Generator.Model;
using NetGen.Generator.Tensors;
using Index = NetGen.Generator.Tensors.Index;

namespace NetGen.Generator.Layers;

/// <summary>Gathers the forward statements of a network, layer by layer.</summary>
internal sealed class ForwardBuilder
{
    private readonly List<Statement> _statements = [];
    private string _stage = string.Empty;

    /// <summary>The number of the layer being written, from 1.</summary>
    public int Layer { get; private set; }

    public TensorProgram Program => new(_statements);

    /// <summary>Starts the part of the program that following statements belong to.</summary>
    public void BeginLayer(int number)
    {
        Layer = number;
        _stage = "Layer" + number;
    }

    public void BeginStage(string stage) => _stage = stage;

    /// <summary>The tensor of that name that an earlier statement wrote.</summary>
    public Tensor Written(string name) => _statements.First(statement => statement.Target.Name == name).Target;

    public static Tensor Temporary(string name, params IReadOnlyList<Index> axes) => new(name, TensorRole.Temporary, axes);

    /// <param name="isTrainable">Whether training changes it; if not, no gradient of it is derived.</param>
    public Tensor Parameter(string name, bool isTrainable, params IReadOnlyList<Index> axes) =>
        new(name, TensorRole.Parameter, axes) { Layer = Layer, IsTrainable = isTrainable };

    public void Set(Tensor target, Expr expression) => Emit(target, Assignment.Set, expression, target.Axes);

    public void Add(Tensor target, Expr expression, params IReadOnlyList<Index> domain) => Emit(target, Assignment.Add, expression, domain);

    public void Max(Tensor target, Expr expression, params IReadOnlyList<Index> domain) => Emit(target, Assignment.Max, expression, domain);

    private void Emit(Tensor target, Assignment assignment, Expr expression, IReadOnlyList<Index> domain) =>
        _statements.Add(new Statement(target, assignment, expression, domain, _stage));
}

/// <summary>Short forms in which layers are written.</summary>
internal static class TensorSyntax
{
    /// <summary>The element of a tensor at its own axes.</summary>
    public static Read At(this Tensor tensor) => new(tensor, tensor.Axes);
}
