using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;

namespace NetGen.Generator.Tensors;

/// <summary>
/// Differentiation in forward mode: behind the statements, every statement with target t[g] and expression e that reads r[f]
/// once more, as <c>dt[g] += ∂e/∂r · dr[f]</c>, the derivatives by one input.
/// </summary>
internal static class Tangents
{
    /// <summary>The part of the pass that starts from the input.</summary>
    public const string FirstStage = "Tangents1";

    /// <summary>The part of the pass that ends with the outputs.</summary>
    public const string LastStage = "OutputTangents";

    /// <param name="forward">The forward statements.</param>
    /// <param name="seed">Derivatives that are known: of the input.</param>
    /// <param name="result">The tensor whose derivatives are wanted, and where they go.</param>
    public static TensorProgram AddForward(TensorProgram forward, Statement seed, (Tensor Of, Tensor Into) result)
    {
        var tangents = new Dictionary<Tensor, Tensor>
        {
            [forward.Tensors.Single(tensor => tensor.Role == TensorRole.Input)] = seed.Target,
            [result.Of] = result.Into,
        };
        var added = new List<Statement> { seed };
        var active = new HashSet<Tensor>(tangents.Keys.Where(tensor => tensor.Role == TensorRole.Input));

        // A maximum is only ever read through Detach, so it has no tangent.
        foreach (var statement in forward.Statements.Where(statement => statement.Assignment != Assignment.Max))
        {
            foreach (var read in statement.Reads.Where(read => active.Contains(read.Tensor)))
            {
                var expression = statement.Expression.By(read) * new Read(tangents[read.Tensor], read.Subscripts);
                if (expression is Number { Value: 0 })
                    continue;
                if (!tangents.TryGetValue(statement.Target, out var tangent))
                    tangents.Add(statement.Target, tangent = new("d" + statement.Target.Name, TensorRole.Adjoint, statement.Target.Axes));
                active.Add(statement.Target);
                added.Add(new(tangent, Assignment.Add, expression, statement.Domain, StageOf(statement)));
            }
        }

        return new([.. forward.Statements, .. added]);
    }

    private static string StageOf(Statement statement) =>
        statement.Stage.StartsWith("Layer", StringComparison.Ordinal) ? "Tangents" + statement.Stage.Substring(5) : LastStage;
}
