using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;

namespace NetGen.Generator.Tensors;

/// <summary>
/// The one rule of differentiation. Walking the statements backwards, every read r[f] in a statement with target t[g]
/// and expression e emits <c>∂r[f] += ∂t[g] · ∂e/∂r</c>. On a dense network this is backpropagation, BP1 to BP4.
/// </summary>
internal static class Differentiation
{
    /// <summary>The forward statements followed by the backward ones of the cost.</summary>
    public static TensorProgram AddBackward(TensorProgram forward) => AddBackward(forward, tensor => tensor.Role switch
    {
        TensorRole.Loss => RuntimeScalar.Scale,
        TensorRole.Penalty => RuntimeScalar.Decay,
        _ => null,
    });

    /// <summary>The forward statements followed by the backward ones.</summary>
    /// <param name="forward">The forward statements.</param>
    /// <param name="seed">∂C/∂ of the tensors that C is made of; null for the others.</param>
    public static TensorProgram AddBackward(TensorProgram forward, Func<Tensor, Expr?> seed)
    {
        var adjoints = new Dictionary<Tensor, Tensor>();
        var active = ActiveTensors(forward);
        var result = new List<Statement>(forward.Statements);

        foreach (var statement in forward.Statements.Reverse())
        {
            // A maximum is only ever read through Detach, so it has no adjoint.
            if (statement.Assignment == Assignment.Max || SeedOrAdjoint(statement) is not { } outer)
                continue;

            // Input adjoints before parameter adjoints: a step that updates a weight in place must come after the
            // last read of that weight.
            foreach (var read in statement.Reads.Where(read => active.Contains(read.Tensor))
                         .OrderBy(read => read.Tensor.Role == TensorRole.Parameter))
            {
                var expression = Grouped.Chain(outer, statement.Expression.By(read));
                if (expression is Number { Value: 0 })
                    continue;
                var adjoint = Adjoint(read.Tensor);
                var rename = Renaming.Of(read.Subscripts, adjoint.Axes);
                result.Add(new Statement(
                    adjoint, Assignment.Add, rename.Apply(expression), rename.Apply(statement.Domain), BackwardStage(statement)));
            }
        }

        return new(result);

        Expr? SeedOrAdjoint(Statement statement) => seed(statement.Target)
            ?? (adjoints.TryGetValue(statement.Target, out var adjoint) ? new Read(adjoint, statement.Subscripts) : null);

        Tensor Adjoint(Tensor tensor)
        {
            if (!adjoints.TryGetValue(tensor, out var adjoint))
                adjoints.Add(tensor, adjoint = CreateAdjoint(tensor));
            return adjoint;
        }
    }

    private static Tensor CreateAdjoint(Tensor tensor) => tensor.Role switch
    {
        TensorRole.Parameter => new Tensor("d" + tensor.Name, TensorRole.Gradient, tensor.Axes) { Parameter = tensor, Layer = tensor.Layer },
        TensorRole.Input => new Tensor("d" + tensor.Name, TensorRole.InputGradient, tensor.Axes),
        _ when tensor.Name[0] == 'z' => new Tensor("delta" + tensor.Name.Substring(1), TensorRole.Delta, tensor.Axes),
        _ => new Tensor("d" + tensor.Name, TensorRole.Adjoint, tensor.Axes),
    };

    private static string BackwardStage(Statement statement) =>
        statement.Stage.StartsWith("Layer", StringComparison.Ordinal) ? "Backward" + statement.Stage.Substring(5) : statement.Stage + "Gradient";

    /// <summary>The tensors through which a gradient flows to a parameter or to the input.</summary>
    private static HashSet<Tensor> ActiveTensors(TensorProgram forward)
    {
        var active = new HashSet<Tensor>(forward.Tensors.Where(tensor => tensor.IsTrainable || tensor.Role == TensorRole.Input));
        foreach (var statement in forward.Statements)
        {
            if (statement.Assignment != Assignment.Max && statement.Reads.Any(read => active.Contains(read.Tensor)))
                active.Add(statement.Target);
        }

        return active;
    }
}
