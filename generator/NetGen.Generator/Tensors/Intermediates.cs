using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;

namespace NetGen.Generator.Tensors;

/// <summary>
/// Gives each elementary function and each quotient inside a formula a tensor of its own: x · sigmoid(x) becomes h = sigmoid(x), x · h, so
/// that derivatives read h. What only one statement reads in the end is put back where it came from.
/// </summary>
internal static class Intermediates
{
    public static TensorProgram Extract(TensorProgram program) => Extract(program, _ => true);

    /// <summary>The same for functions that several statements compute: a derivative by x, and by a parameter beside it.</summary>
    public static TensorProgram ExtractShared(TensorProgram program)
    {
        var shared = new HashSet<string>(program.Statements
            .SelectMany(statement => statement.Expression.Nodes.Where(node => node.KeptAs is not null).Select(node => node.Key).Distinct())
            .GroupBy(key => key).Where(group => group.Count() > 1).Select(group => group.Key));
        return shared.Count == 0 ? program : Extract(program, node => shared.Contains(node.Key));
    }

    private static TensorProgram Extract(TensorProgram program, Func<Expr, bool> isWanted)
    {
        var result = new List<Statement>();
        var present = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        foreach (var statement in program.Statements)
        {
            // What is the whole right-hand side has a tensor already.
            var isWhole = statement.Expression.KeptAs is not null && statement.Assignment == Assignment.Set;
            var expression = isWhole
                ? statement.Expression.WithChildren([.. statement.Expression.Children.Select(child => child.Transform(node => Extract(node, statement)))])
                : statement.Expression.Transform(node => Extract(node, statement));
            result.Add(statement.With(expression));
        }

        return new(result);

        Expr Extract(Expr node, Statement statement)
        {
            if (node.KeptAs is not { } name || !isWanted(node))
                return node;
            var axes = statement.Domain.Where(index => Indices(node).Contains(index)).ToList();
            if (!present.TryGetValue(node.Key, out var tensor))
            {
                var number = program.Tensors.Concat(present.Values).Count(other => other.Name.StartsWith(name + "_", StringComparison.Ordinal));
                tensor = new Tensor($"{name}_{number + 1}", TensorRole.Temporary, axes) { IsIntermediate = true };
                present.Add(node.Key, tensor);
                result.Add(new Statement(tensor, Assignment.Set, node, axes, statement.Stage));
            }

            return new Read(tensor, tensor.Axes);
        }
    }

    private static IEnumerable<Index> Indices(Expr expression) => expression.Leaves.SelectMany(leaf => leaf switch
    {
        Read read => read.Subscripts,
        IndexValue value => [value.Index],
        _ => Enumerable.Empty<Index>(),
    });
}
