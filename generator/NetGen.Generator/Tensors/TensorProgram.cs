using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;

namespace NetGen.Generator.Tensors;

/// <summary>Statements in order. Every pass takes one program and gives another.</summary>
internal sealed class TensorProgram(IReadOnlyList<Statement> statements)
{
    private IReadOnlyList<Tensor>? _tensors;

    public IReadOnlyList<Statement> Statements { get; } = statements;

    /// <summary>Every tensor, in the order of its first appearance.</summary>
    public IReadOnlyList<Tensor> Tensors => _tensors ??= [.. Statements
        .SelectMany(statement => statement.Reads.Select(read => read.Tensor).Append(statement.Target))
        .Distinct()];

    /// <summary>The same statements with other right-hand sides.</summary>
    public TensorProgram Map(Func<Expr, Expr> map) => new([.. Statements.Select(statement => statement.With(map(statement.Expression)))]);

    public override string ToString() => string.Join("\n", Statements);
}
