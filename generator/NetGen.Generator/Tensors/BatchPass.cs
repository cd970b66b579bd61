using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;

namespace NetGen.Generator.Tensors;

/// <summary>
/// Turns the program of one sample into the program of a batch: every quantity of a sample gains the batch's index
/// in front; parameters have none, and the loss is reduced over it.
/// </summary>
internal static class BatchPass
{
    /// <param name="samples">The batch's index, or that of the sample at hand.</param>
    public static TensorProgram AddBatch(TensorProgram program, Index samples)
    {
        var batched = program.Tensors.ToDictionary(tensor => tensor, tensor => WithBatch(tensor, samples));
        return new(program.Statements.Select(statement =>
        {
            var expression = statement.Expression.Transform(node => node is Read read
                ? Read(read)
                : node);
            var ofSample = statement.Target.Role is not TensorRole.Penalty;
            return new Statement(
                batched[statement.Target], statement.Assignment, expression, ofSample ? [samples, .. statement.Domain] : statement.Domain, statement.Stage);
        }).ToList());

        Read Read(Read read)
        {
            var tensor = batched[read.Tensor];
            IReadOnlyList<Index> subscripts = tensor == read.Tensor ? read.Subscripts : [samples, .. read.Subscripts];
            return new Read(tensor, subscripts);
        }
    }

    private static Tensor WithBatch(Tensor tensor, Index samples) =>
        tensor.Role is TensorRole.Parameter or TensorRole.Loss or TensorRole.Penalty
            ? tensor
            : new Tensor(tensor.Name, tensor.Role, [samples, .. tensor.Axes]) { IsIntermediate = tensor.IsIntermediate };
}
