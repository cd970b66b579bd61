namespace NetGen;

/// <summary>
/// What training minimises. Below, a is the network's output, z its last weighted sums (logits), y the target and n the
/// number of outputs.
/// </summary>
/// <remarks>
/// The formulas are those of one sample. A batch's loss is the mean over its samples, and so are its gradients. Where a
/// formula adds up outputs, <see cref="Reduction"/> chooses between the sum and the mean.
/// </remarks>
public enum Loss
{
    /// <summary>½ Σⱼ (aⱼ − yⱼ)², half the squared distance, with ∂/∂aⱼ = aⱼ − yⱼ.</summary>
    Quadratic,

    /// <summary>
    /// −Σⱼ yⱼ ln pⱼ with p = softmax(z), pⱼ = e^zⱼ / Σₖ e^zₖ, for one class out of several.
    /// </summary>
    /// <remarks>
    /// The target is a class label, or a probability for each class. The last layer has no softmax or sigmoid of its own;
    /// <c>Forward</c> gives p, <c>ForwardLogits</c> gives z. Where the targets sum to one, as with labels, ∂/∂zⱼ = pⱼ − yⱼ.
    /// </remarks>
    SoftmaxCrossEntropy,

    /// <summary>
    /// −Σⱼ (yⱼ ln pⱼ + (1 − yⱼ) ln(1 − pⱼ)) with p = sigmoid(z), for independent yes-or-no outputs.
    /// </summary>
    /// <remarks>
    /// Computed on the logits as Σⱼ max(zⱼ, 0) − zⱼ yⱼ + ln(1 + e^−|zⱼ|), so that it neither overflows nor loses precision.
    /// Targets lie in [0, 1]. The last layer has no softmax or sigmoid of its own; <c>Forward</c> gives p,
    /// <c>ForwardLogits</c> gives z, and ∂/∂zⱼ = pⱼ − yⱼ.
    /// </remarks>
    BinaryCrossEntropyWithLogits,

    /// <summary>(1/n) Σⱼ (aⱼ − yⱼ)², with ∂/∂aⱼ = 2 (aⱼ − yⱼ) / n.</summary>
    MeanSquaredError,

    /// <summary>(1/n) Σⱼ |aⱼ − yⱼ|, with the derivative 0 where aⱼ = yⱼ.</summary>
    MeanAbsoluteError,

    /// <summary>
    /// (1/n) Σⱼ h(aⱼ − yⱼ) with h(e) = ½ e² for |e| ≤ δ, else δ (|e| − ½ δ): a square that outliers do not dominate.
    /// δ is <see cref="NetworkAttribute.HuberDelta"/>.
    /// </summary>
    /// <remarks>Huber, "Robust Estimation of a Location Parameter", 1964.</remarks>
    Huber,

    /// <summary>(1/n) Σⱼ ln cosh(aⱼ − yⱼ), with ∂/∂aⱼ = tanh(aⱼ − yⱼ) / n; it does not overflow.</summary>
    LogCosh,

    /// <summary>
    /// (1/n) Σⱼ max(0, 1 − yⱼ aⱼ) for targets −1 and 1, with the derivative 0 at the margin yⱼ aⱼ = 1.
    /// </summary>
    /// <remarks>Cortes and Vapnik, "Support-Vector Networks", 1995.</remarks>
    Hinge,

    /// <summary>(1/n) Σⱼ max(0, 1 − yⱼ aⱼ)² for targets −1 and 1.</summary>
    /// <remarks>Tang, "Deep Learning using Linear Support Vector Machines", 2013.</remarks>
    SquaredHinge,

    /// <summary>
    /// −Σⱼ (yⱼ ln aⱼ + (1 − yⱼ) ln(1 − aⱼ)) where the last layer has the activation <see cref="Activation.Sigmoid"/>.
    /// </summary>
    /// <remarks>
    /// Computed as <see cref="BinaryCrossEntropyWithLogits"/> on that layer's weighted sums, with the same result.
    /// </remarks>
    BinaryCrossEntropy,

    /// <summary>
    /// −Σⱼ yⱼ ln aⱼ where the last layer has the activation <see cref="Activation.Softmax"/>. The target is a class label,
    /// or a probability for each class.
    /// </summary>
    /// <remarks>
    /// Computed as <see cref="SoftmaxCrossEntropy"/> on that layer's weighted sums, with the same result.
    /// </remarks>
    CategoricalCrossEntropy,

    /// <summary>
    /// Σⱼ yⱼ (ln yⱼ − ln aⱼ), with 0 ln 0 = 0, where the last layer has the activation <see cref="Activation.Softmax"/>.
    /// </summary>
    /// <remarks>
    /// The divergence of the network's distribution a from the target's y; computed as <see cref="KlDivergenceWithLogits"/>
    /// on that layer's weighted sums. Kullback and Leibler, "On Information and Sufficiency", 1951.
    /// </remarks>
    KlDivergence,

    /// <summary>Σⱼ yⱼ (ln yⱼ − ln pⱼ) with p = softmax(z) and 0 ln 0 = 0.</summary>
    /// <remarks>
    /// The target is a probability for each class. The last layer has no softmax or sigmoid of its own; <c>Forward</c>
    /// gives p, <c>ForwardLogits</c> gives z. Its gradients are those of <see cref="SoftmaxCrossEntropy"/>.
    /// </remarks>
    KlDivergenceWithLogits,
}
