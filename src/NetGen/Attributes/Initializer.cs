namespace NetGen;

/// <summary>
/// The distribution of a layer's initial weights. Biases start at 0. Below, the layer has n inputs and m outputs, and U(r)
/// is uniform on [−r, r), N(σ) normal with mean 0 and standard deviation σ, not truncated.
/// </summary>
/// <remarks>The numbers follow from the seed alone and are the same on every platform.</remarks>
public enum Initializer
{
    /// <summary>
    /// By the layer's activation: <see cref="LeCunNormal"/> for <see cref="Activation.Selu"/>; <see cref="HeUniform"/> for
    /// Relu, LeakyRelu, Elu, Gelu, GeluTanh, Silu, Softplus, HardSwish, Mish and Relu6, which grow without bound on one side
    /// or nearly; <see cref="GlorotUniform"/> for all others, which are bounded or the identity.
    /// </summary>
    Default,

    /// <summary>U(√(6 / (n + m))).</summary>
    /// <remarks>
    /// Glorot and Bengio, "Understanding the Difficulty of Training Deep Feedforward Neural Networks", 2010. PyTorch's
    /// <c>xavier_uniform_</c>, Keras' <c>glorot_uniform</c>.
    /// </remarks>
    GlorotUniform,

    /// <summary>N(√(2 / (n + m))).</summary>
    /// <remarks>
    /// Glorot and Bengio, 2010, as <see cref="GlorotUniform"/>. PyTorch's <c>xavier_normal_</c>; Keras' is truncated.
    /// </remarks>
    GlorotNormal,

    /// <summary>U(√(6 / n)).</summary>
    /// <remarks>
    /// He, Zhang, Ren and Sun, "Delving Deep into Rectifiers", 2015. PyTorch's <c>kaiming_uniform_</c> for relu, Keras'
    /// <c>he_uniform</c>.
    /// </remarks>
    HeUniform,

    /// <summary>N(√(2 / n)).</summary>
    /// <remarks>
    /// He, Zhang, Ren and Sun, 2015, as <see cref="HeUniform"/>. PyTorch's <c>kaiming_normal_</c> for relu; Keras' is truncated.
    /// </remarks>
    HeNormal,

    /// <summary>U(√(3 / n)).</summary>
    /// <remarks>LeCun, Bottou, Orr and Müller, "Efficient BackProp", 1998. Keras' <c>lecun_uniform</c>.</remarks>
    LeCunUniform,

    /// <summary>N(√(1 / n)).</summary>
    /// <remarks>
    /// LeCun, Bottou, Orr and Müller, 1998; what <see cref="Activation.Selu"/> is made for (Klambauer et al., 2017). Keras'
    /// <c>lecun_normal</c> is truncated.
    /// </remarks>
    LeCunNormal,

    /// <summary>
    /// A random matrix with orthonormal rows, or orthonormal columns where there are more rows than columns; every such matrix
    /// is equally likely.
    /// </summary>
    /// <remarks>
    /// Saxe, McClelland and Ganguli, "Exact Solutions to the Nonlinear Dynamics of Learning in Deep Linear Neural Networks",
    /// 2013. PyTorch's <c>orthogonal_</c> with gain 1. Takes n · m · min(n, m) operations.
    /// </remarks>
    Orthogonal,

    /// <summary>U(1 / √n).</summary>
    /// <remarks>The weights of PyTorch's <c>nn.Linear</c>; its biases, unlike these, are drawn too.</remarks>
    Uniform,

    /// <summary>N(0.01).</summary>
    /// <remarks>
    /// Krizhevsky, Sutskever and Hinton, "ImageNet Classification with Deep Convolutional Neural Networks", 2012.
    /// </remarks>
    Normal,

    /// <summary>0: for the last layer on the way around which a skip leads, so that training starts at the identity.</summary>
    /// <remarks>
    /// Two such layers in a row never learn, for their gradients are 0. Zhang, Dauphin and Ma, "Fixup Initialization", 2019.
    /// </remarks>
    Zeros,
}
