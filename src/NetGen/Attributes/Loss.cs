namespace NetGen;

/// <summary>
/// What training minimises. Below, a is the network's output, z its last weighted sums (logits) and y the target.
/// </summary>
/// <remarks>
/// The formulas are those of one sample. A batch's loss is the mean over its samples, and so are its gradients.
/// </remarks>
public enum Loss
{
    /// <summary>½ Σⱼ (aⱼ − yⱼ)², half the squared distance, with ∂/∂aⱼ = aⱼ − yⱼ.</summary>
    Quadratic,

    /// <summary>
    /// −Σⱼ yⱼ ln pⱼ with p = softmax(z), pⱼ = e^zⱼ / Σₖ e^zₖ, for one class out of several.
    /// </summary>
    /// <remarks>
    /// The target is a class label, or a probability for each class. The last layer has the activation
    /// <see cref="Activation.Identity"/>; <c>Forward</c> gives p, <c>ForwardLogits</c> gives z. Where the targets sum to
    /// one, as with labels, ∂/∂zⱼ = pⱼ − yⱼ.
    /// </remarks>
    SoftmaxCrossEntropy,

    /// <summary>
    /// −Σⱼ (yⱼ ln pⱼ + (1 − yⱼ) ln(1 − pⱼ)) with p = sigmoid(z), for independent yes-or-no outputs.
    /// </summary>
    /// <remarks>
    /// Computed on the logits as Σⱼ max(zⱼ, 0) − zⱼ yⱼ + ln(1 + e^−|zⱼ|), so that it neither overflows nor loses precision.
    /// Targets lie in [0, 1]. The last layer has the activation <see cref="Activation.Identity"/>; <c>Forward</c> gives p,
    /// <c>ForwardLogits</c> gives z, and ∂/∂zⱼ = pⱼ − yⱼ.
    /// </remarks>
    BinaryCrossEntropyWithLogits,
}
