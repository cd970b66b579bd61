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
    /// <summary>The same of a program that steps in place: its gradients may lie where its parameters do.</summary>
    /// <exception cref="InvalidOperationException">A pass has broken the program; the message names the statement.</exception>
    public static TensorProgram VerifyInPlace(TensorProgram program) => ParameterUpdates.FirstLateRead(program.Statements) is { } late
        ? throw new InvalidOperationException($"'{late}' reads a parameter after its update.")
        : Verify(program);

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
                statement.Assignment != Assignment.Set || (written.Add(target) && !statement.Reduces),
                "sets a tensor twice, or sums into a set");
            foreach (var leaf in statement.Expression.Leaves)
            {
                if (leaf is IndexValue value)
                    Require(statement.Domain.Contains(value.Index), "uses the value of an unbound index");
                if (leaf is not Read operand)
                    continue;
                Require(operand.Tensor != target, "reads its own target");
                Require(operand.Tensor.IsGiven || written.Contains(operand.Tensor), "reads before it is written", operand);
                Require(operand.Subscripts.Count == operand.Tensor.Axes.Count, "reads at too few or too many indices", operand);
                for (var axis = 0; axis < operand.Subscripts.Count; axis++)
                {
                    Require(statement.Domain.Contains(operand.Subscripts[axis]), "reads at an unbound index", operand);
                    Require(operand.Subscripts[axis].Extent == operand.Tensor.Axes[axis].Extent, "reads at an index of another extent", operand);
                }

                read.Add(operand.Tensor);
            }

            written.Add(target);

            void Require(bool condition, string what, Read? operand = null)
            {
                if (!condition)
                    throw new InvalidOperationException(operand is null ? $"'{statement}' {what}." : $"'{statement}' {what}: {operand.Text}.");
            }
        }

        return program;
    }
}
