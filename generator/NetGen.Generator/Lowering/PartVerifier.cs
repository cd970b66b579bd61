using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Tensors;

namespace NetGen.Generator.Lowering;

/// <summary>
/// Checks what dividing a pass in routines and fusing statements must keep: a value is whole before another group reads it, a group
/// reads what it holds in registers at the very subscripts that it holds it for, and no parameter is read after its update.
/// </summary>
internal static class PartVerifier
{
    /// <exception cref="InvalidOperationException">The order is broken; the message names the statement.</exception>
    public static IReadOnlyList<Part> Verify(IReadOnlyList<Part> parts)
    {
        var groups = parts.SelectMany(part => part.Groups).ToList();
        var unfinished = groups.SelectMany(group => group.Targets).GroupBy(target => target).ToDictionary(target => target.Key, target => target.Count());
        foreach (var group in groups)
        {
            foreach (var statement in group.Statements)
            {
                foreach (var read in statement.Reads)
                {
                    if (group.Targets.Contains(read.Tensor))
                        Require(read.IsAt(read.Tensor, read.Tensor.Axes), statement, $"reads {read.Text}, which its group does not hold");
                    else
                        Require(!unfinished.TryGetValue(read.Tensor, out var count) || count == 0, statement, $"reads {read.Text} before it is whole");
                }
            }

            foreach (var target in group.Targets)
                unfinished[target]--;
        }

        if (ParameterUpdates.FirstLateRead(groups.SelectMany(group => group.Statements)) is { } late)
            Require(false, late, "reads a parameter after its update");
        return parts;
    }

    private static void Require(bool condition, Statement statement, string what)
    {
        if (!condition)
            throw new InvalidOperationException($"'{statement}' {what}.");
    }
}
