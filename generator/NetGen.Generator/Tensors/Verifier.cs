using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;

namespace NetGen.Generator.Tensors;

/// <summary>
/// Checks what every pass must keep: an element is set once, wholly, before it is added to; it is final before its first
/// read; indices are bound and fit the axes that they stand for.
/// </summary>
internal static class Verifier
{
    /// <exception cref="InvalidOperationException">A pass has broken the program; the message names the statement.</exception>
    public static TensorProgram Verify(TensorProgram program)
    {
        var written = new HashSet<Tensor>();
        var read = new HashSet<Tensor>();
        foreach (var statement in program.Statements)
        {
            var target = statement.Target;
            Require(!target.IsGiven, "writes what the caller gives");
            Require(!read.Contains(target), "writes a tensor after it was read");
            Require(target.Axes.All(statement.Domain.Contains), "does not run over an axis of its target");
            Require(
                statement.Assignment != Assignment.Set || (written.Add(target) && !statement.Reduced.Any()),
                "sets a tensor twice, or sums into a set");
            foreach (var operand in statement.Reads)
            {
                Require(operand.Tensor != target, "reads its own target");
                Require(operand.Tensor.IsGiven || written.Contains(operand.Tensor), $"reads {operand.Tensor.Name} before it is written");
                Require(operand.Subscripts.All(statement.Domain.Contains), $"reads {operand.Text} at an unbound index");
                Require(
                    operand.Subscripts.Select(index => index.Extent).SequenceEqual(operand.Tensor.Axes.Select(axis => axis.Extent)),
                    $"reads {operand.Text} at indices of other extents");
            }

            Require(
                statement.Expression.Descend().OfType<IndexValue>().All(value => statement.Domain.Contains(value.Index)),
                "uses the value of an unbound index");
            written.Add(target);
            read.UnionWith(statement.Reads.Select(operand => operand.Tensor));

            void Require(bool condition, string what)
            {
                if (!condition)
                    throw new InvalidOperationException($"'{statement}' {what}.");
            }
        }

        return program;
    }
}
