namespace NetGen;

/// <summary>How the losses of one sample's outputs become one number. Samples of a batch are always averaged.</summary>
/// <remarks>
/// A loss with one value per sample, such as <see cref="Loss.SoftmaxCrossEntropy"/>, has nothing to reduce.
/// </remarks>
public enum Reduction
{
    /// <summary>
    /// As the loss is defined in <see cref="Loss"/>: the sum over the outputs for <see cref="Loss.Quadratic"/> and the cross
    /// entropies, the mean where the definition has the factor 1/n.
    /// </summary>
    Default,

    /// <summary>Σⱼ lossⱼ over the outputs j.</summary>
    Sum,

    /// <summary>(1 / outputs) Σⱼ lossⱼ.</summary>
    Mean,
}
