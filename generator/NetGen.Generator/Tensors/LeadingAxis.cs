using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;

namespace NetGen.Generator.Tensors;

/// <summary>Computes what a program computes once for every value of a further index, which comes first.</summary>
internal static class LeadingAxis
{
    /// <param name="program">The program for one value.</param>
    /// <param name="index">The index.</param>
    /// <param name="widen">The tensor in its place, with the index in front where its values differ along it.</param>
    /// <param name="runs">Whether a statement runs over the index: also one that sums over it does.</param>
    public static TensorProgram Add(TensorProgram program, Index index, Func<Tensor, Tensor> widen, Func<Statement, bool> runs)
    {
        var widened = program.Tensors.ToDictionary(tensor => tensor, widen);
        return new(program.Statements.Select(statement => new Statement(
            widened[statement.Target],
            statement.Assignment,
            statement.Expression.Transform(node => node is Read read ? Widen(read) : node),
            runs(statement) ? [index, .. statement.Domain] : statement.Domain,
            statement.Stage)).ToList());

        Read Widen(Read read)
        {
            var tensor = widened[read.Tensor];
            IReadOnlyList<Index> subscripts = tensor.Axes.Count == read.Subscripts.Count ? read.Subscripts : [index, .. read.Subscripts];
            return new Read(tensor, subscripts);
        }
    }
}
