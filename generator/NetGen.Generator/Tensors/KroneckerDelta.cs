using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;

namespace NetGen.Generator.Tensors;

/// <summary>[i = c]: 1 where two indices are the same, else 0.</summary>
internal static class KroneckerDelta
{
    public static Compare Of(Index left, Index right) => new(Comparison.Equal, new IndexValue(left), new IndexValue(right));

    /// <summary>
    /// Leaves out sums of which one term alone is not 0: Σᵢ [i = c] f(i) is f(c). Tensors that are 0 but on their diagonal are
    /// read as what stands there.
    /// </summary>
    public static TensorProgram Contract(TensorProgram program)
    {
        var diagonals = new Dictionary<Tensor, Statement>();
        var result = new List<Statement>();
        foreach (var given in program.Statements)
        {
            var statement = given.With(given.Expression.Transform(node => node is Read read && diagonals.TryGetValue(read.Tensor, out var diagonal)
                ? Renaming.Of(diagonal.Subscripts, read.Subscripts).Apply(diagonal.Expression)
                : node));
            if (IsDiagonal(statement) && program.Statements.Count(other => other.Target == statement.Target) == 1)
                diagonals.Add(statement.Target, statement);
            else
                result.AddRange(Contract(statement));
        }

        return new(result);
    }

    /// <summary>The statement, and those that its terms with one value become.</summary>
    private static IEnumerable<Statement> Contract(Statement statement)
    {
        var terms = statement.Expression is Sum sum ? sum.Terms : [statement.Expression];
        var left = terms.ToList();
        foreach (var term in terms)
        {
            if (Deltas(term).FirstOrDefault(delta => statement.Reduced.Contains(delta.Summed)) is not { Delta: { } delta, Summed: var summed, Other: var other })
                continue;
            left.Remove(term);
            yield return new(
                statement.Target,
                statement.Assignment,
                Renaming.Of([summed], [other]).Apply(term / delta),
                [.. statement.Domain.Where(index => index != summed)],
                statement.Stage);
        }

        if (left.Count > 0)
            yield return left.Count == terms.Length ? statement : statement.With(Sum.Of(left));
    }

    /// <summary>Computed at once, and 0 where two axes of its own have different values.</summary>
    private static bool IsDiagonal(Statement statement) =>
        statement.Target.Role is TensorRole.Delta or TensorRole.Adjoint
        && !statement.Reduces
        && (statement.Expression is Sum sum ? sum.Terms : [statement.Expression]).All(term => Deltas(term).Any());

    /// <summary>The factors of a term that are deltas, each from either side.</summary>
    private static IEnumerable<(Compare Delta, Index Summed, Index Other)> Deltas(Expr term) =>
        from factor in term is Product product ? product.Factors.Where(factor => factor.Exponent == 1).Select(factor => factor.Base) : [term]
        let delta = factor as Compare
        where delta is { Comparison: Comparison.Equal, Left: IndexValue, Right: IndexValue }
        let left = ((IndexValue)delta.Left).Index
        let right = ((IndexValue)delta.Right).Index
        from pair in new[] { (delta, left, right), (delta, right, left) }
        select pair;
}
