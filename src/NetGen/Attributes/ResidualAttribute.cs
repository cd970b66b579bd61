namespace NetGen;

/// <summary>Adds a residual layer y = x + f(W x + b), as wide as what it reads.</summary>
/// <remarks>
/// W has the shape [n, n] for n inputs, b has n values, and f is applied to each element. For a way around several layers
/// see <see cref="SkipAttribute"/>. He, Zhang, Ren and Sun, "Deep Residual Learning for Image Recognition", 2015.
/// </remarks>
/// <param name="activation">The function f.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ResidualAttribute(Activation activation = Activation.Identity) : LayerAttribute
{
    /// <summary>Adds a residual layer with a function of your own.</summary>
    /// <param name="activation">
    /// The name of a static method of the class, such as <c>static float Snake(float x)</c>. It is differentiated at compile time.
    /// </param>
    public ResidualAttribute(string activation)
        : this() => Function = activation;

    /// <summary>The function f that is applied to each weighted sum.</summary>
    public Activation Activation { get; } = activation;

    /// <summary>The name of the method that is f, in the place of <see cref="Activation"/>; null for one of those.</summary>
    public string? Function { get; }

    /// <summary>Whether b is there; without it, y = x + f(W x).</summary>
    public bool Bias { get; set; } = true;

    /// <summary>
    /// The slope of <see cref="Activation.LeakyRelu"/>, the α of <see cref="Activation.Elu"/>; 0 or a positive finite number.
    /// NaN, if not said, stands for their usual 0.01 and 1. Other activations have none.
    /// </summary>
    public double Alpha { get; set; } = double.NaN;

    /// <summary>The distribution of the initial weights; by the activation if not said.</summary>
    public Initializer Initializer { get; set; } = Initializer.Default;

    /// <summary>What training changes; <see cref="Trainable.All"/> if not said.</summary>
    public Trainable Trainable { get; set; } = Trainable.All;
}
