namespace NetGen.Generator.Tensors;

/// <summary>
/// Turns the program of one sample into the program of a batch: every quantity of a sample gains the batch's index
/// in front; parameters have none, and the loss is reduced over it.
/// </summary>
internal static class BatchPass
{
    /// <param name="program">The program of one sample.</param>
    /// <param name="samples">The batch's index, or that of the sample at hand.</param>
    public static TensorProgram AddBatch(TensorProgram program, Index samples) => LeadingAxis.Add(
        program, samples, tensor => WithBatch(tensor, samples), statement => statement.Target.Role is not TensorRole.Penalty);

    private static Tensor WithBatch(Tensor tensor, Index samples) =>
        tensor.Role is TensorRole.Parameter or TensorRole.Loss or TensorRole.Penalty
            ? tensor
            : new Tensor(tensor.Name, tensor.Role, [samples, .. tensor.Axes]) { IsIntermediate = tensor.IsIntermediate };
}
