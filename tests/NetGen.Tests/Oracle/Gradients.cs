namespace NetGen.Tests.Oracle;

/// <summary>What backpropagation gives for a batch.</summary>
/// <param name="Loss">The mean loss, without the penalty.</param>
/// <param name="ByParameters">The gradient of the mean loss plus penalty, in canonical order.</param>
/// <param name="ByInputs">The gradient of the mean loss, sample by sample.</param>
internal sealed record Gradients(double Loss, double[] ByParameters, double[] ByInputs);
