using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Tensors;

/// <summary>
/// Puts what is added to a gradient behind the last read of its parameter. A step of gradient descent gives the parameters in the
/// place of the gradients, and what reads a parameter behind its update computes another network.
/// </summary>
internal static class ParameterUpdates
{
    public static TensorProgram Defer(TensorProgram program)
    {
        var statements = program.Statements.ToList();
        foreach (var gradient in statements.Select(statement => statement.Target).Where(target => target.Parameter is not null).Distinct().ToList())
            Defer(gradient, statements);
        return FirstWrites.Initialise(new(statements));
    }

    /// <summary>
    /// The first statement that reads a parameter after it was updated, or another element of it than the one that it updates itself;
    /// null if there is none.
    /// </summary>
    public static Statement? FirstLateRead(IEnumerable<Statement> statements)
    {
        var updated = new HashSet<Tensor>();
        foreach (var statement in statements)
        {
            var own = statement.Target.Parameter;
            if (statement.Reads.Any(read => updated.Contains(read.Tensor) || (read.Tensor == own && !read.IsAt(read.Tensor, statement.Subscripts))))
                return statement;
            if (own is not null)
                updated.Add(own);
        }

        return null;
    }

    private static void Defer(Tensor gradient, List<Statement> statements)
    {
        var first = statements.FindIndex(statement => statement.Target == gradient);
        var late = Enumerable.Range(first + 1, statements.Count - first - 1).Where(index => statements[index].ReadsTensor(gradient.Parameter!)).ToList();
        if (late.Count == 0)
            return;
        var stage = statements[late[late.Count - 1]].Stage;

        // Gradients that read each other's parameters cannot all come last: their values are computed in place and added later.
        var added = late.Exists(index => statements[index].Target.Parameter is not null)
            ? [SumAside(gradient, statements, stage)]
            : statements.Where(statement => statement.Target == gradient).Select(statement => InStage(statement, stage)).ToList();
        var last = statements[late[late.Count - 1]];
        statements.RemoveAll(statement => statement.Target == gradient);
        statements.InsertRange(statements.IndexOf(last) + 1, added);
    }

    /// <summary>Lets the statements of a gradient add to a tensor of its shape, and gives the one that adds that to it.</summary>
    private static Statement SumAside(Tensor gradient, List<Statement> statements, string stage)
    {
        var sum = new Tensor(gradient.Name + "_sum", TensorRole.Adjoint, gradient.Axes);
        for (var index = 0; index < statements.Count; index++)
        {
            if (statements[index].Target == gradient)
                statements[index] = new(sum, statements[index].Assignment, statements[index].Expression, statements[index].Domain, statements[index].Stage);
        }

        return new(gradient, Assignment.Add, new Read(sum, sum.Axes), sum.Axes, stage);
    }

    private static Statement InStage(Statement statement, string stage) =>
        new(statement.Target, statement.Assignment, statement.Expression, statement.Domain, stage);
}
