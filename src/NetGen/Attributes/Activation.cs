namespace NetGen;

/// <summary>The function that a layer applies to each of its weighted sums z.</summary>
/// <remarks>At a kink, where f has no derivative, f′ is the value that is stated. NaN stays NaN in all of them.</remarks>
public enum Activation
{
    /// <summary>f(z) = z, with f′(z) = 1.</summary>
    Identity,

    /// <summary>The logistic function f(z) = 1 / (1 + e⁻ᶻ), in (0, 1), with f′ = f (1 − f).</summary>
    Sigmoid,

    /// <summary>f(z) = tanh z, in (−1, 1), with f′ = 1 − f².</summary>
    Tanh,

    /// <summary>
    /// The rectifier f(z) = max(z, 0), with f′(z) = 1 for z &gt; 0 and 0 otherwise, at z = 0 too.
    /// </summary>
    /// <remarks>Nair and Hinton, "Rectified Linear Units Improve Restricted Boltzmann Machines", 2010.</remarks>
    Relu,

    /// <summary>f(z) = z for z &gt; 0, else s z with the slope s = Alpha, 0.01 if not said; f′(0) = s.</summary>
    /// <remarks>Maas, Hannun and Ng, "Rectifier Nonlinearities Improve Neural Network Acoustic Models", 2013.</remarks>
    LeakyRelu,

    /// <summary>f(z) = z for z &gt; 0, else α (eᶻ − 1) with α = Alpha, 1 if not said; f′(0) = α.</summary>
    /// <remarks>
    /// Clevert, Unterthiner and Hochreiter, "Fast and Accurate Deep Network Learning by Exponential Linear Units", 2015.
    /// </remarks>
    Elu,

    /// <summary>
    /// f(z) = λ z for z &gt; 0, else λ α (eᶻ − 1), with λ = 1.0507009873554805 and α = 1.6732632423543772; f′(0) = λ α.
    /// </summary>
    /// <remarks>
    /// Keeps mean 0 and variance 1 from layer to layer with <see cref="Initializer.LeCunNormal"/>, its usual initialiser.
    /// Klambauer, Unterthiner, Mayr and Hochreiter, "Self-Normalizing Neural Networks", 2017.
    /// </remarks>
    Selu,

    /// <summary>f(z) = z Φ(z) = ½ z (1 + erf(z / √2)), with the distribution Φ of a standard normal variable.</summary>
    /// <remarks>Hendrycks and Gimpel, "Gaussian Error Linear Units", 2016.</remarks>
    Gelu,

    /// <summary>
    /// f(z) = ½ z (1 + tanh(√(2/π) (z + 0.044715 z³))), within 5·10⁻⁴ of <see cref="Gelu"/>: what BERT and GPT compute.
    /// </summary>
    /// <remarks>Hendrycks and Gimpel, "Gaussian Error Linear Units", 2016.</remarks>
    GeluTanh,

    /// <summary>f(z) = z sigmoid(z), also called swish.</summary>
    /// <remarks>
    /// Elfwing, Uchibe and Doya, "Sigmoid-Weighted Linear Units for Neural Network Function Approximation in Reinforcement
    /// Learning", 2017; Ramachandran, Zoph and Le, "Searching for Activation Functions", 2017.
    /// </remarks>
    Silu,

    /// <summary>f(z) = ln(1 + eᶻ), above 0, with f′(z) = sigmoid(z); exact for every z.</summary>
    /// <remarks>Dugas et al., "Incorporating Second-Order Functional Knowledge for Better Option Pricing", 2000.</remarks>
    Softplus,

    /// <summary>f(z) = z / (1 + |z|), in (−1, 1), with f′(z) = 1 / (1 + |z|)².</summary>
    /// <remarks>Bergstra et al., "Quadratic Polynomials Learn Better Image Features", 2009.</remarks>
    Softsign,

    /// <summary>f(z) = z / 6 + ½ between −3 and 3, 0 below and 1 above; f′(−3) = f′(3) = 0.</summary>
    /// <remarks>
    /// Courbariaux, Bengio and David, "BinaryConnect", 2015, with the slope of Howard et al., "Searching for MobileNetV3",
    /// 2019.
    /// </remarks>
    HardSigmoid,

    /// <summary>f(z) = z between −1 and 1, −1 below and 1 above; f′(−1) = f′(1) = 0.</summary>
    /// <remarks>Collobert, "Large Scale Machine Learning", 2004.</remarks>
    HardTanh,

    /// <summary>f(z) = z hardSigmoid(z), with <see cref="HardSigmoid"/>; f′(−3) = 0 and f′(3) = 1.</summary>
    /// <remarks>Howard et al., "Searching for MobileNetV3", 2019.</remarks>
    HardSwish,

    /// <summary>f(z) = z tanh(softplus(z)), with <see cref="Softplus"/>.</summary>
    /// <remarks>Misra, "Mish: A Self Regularized Non-Monotonic Activation Function", 2019.</remarks>
    Mish,

    /// <summary>f(z) = z between 0 and 6, 0 below and 6 above; f′(0) = f′(6) = 0.</summary>
    /// <remarks>Krizhevsky, "Convolutional Deep Belief Networks on CIFAR-10", 2010.</remarks>
    Relu6,

    /// <summary>
    /// fⱼ(z) = e^zⱼ / Σₖ e^zₖ over all outputs of the layer: positive, of sum 1; ∂fⱼ/∂zₖ = fⱼ ([j = k] − fₖ).
    /// </summary>
    /// <remarks>
    /// Computed from z − max z, so that it does not overflow. <see cref="Loss.SoftmaxCrossEntropy"/> applies it by itself.
    /// Bridle, "Probabilistic Interpretation of Feedforward Classification Network Outputs", 1990.
    /// </remarks>
    Softmax,
}
