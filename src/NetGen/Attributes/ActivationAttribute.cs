namespace NetGen;

/// <summary>Adds a layer without weights, a = f(x).</summary>
/// <param name="activation">The function f, applied to each element; <see cref="Activation.Softmax"/> to all of them.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ActivationAttribute(Activation activation) : LayerAttribute
{
    /// <summary>Adds a layer with a function of your own.</summary>
    /// <param name="activation">
    /// The name of a static method of the class, such as <c>static float Snake(float x)</c>. It is differentiated at compile time.
    /// </param>
    public ActivationAttribute(string activation)
        : this(Activation.Identity) => Function = activation;

    /// <summary>The function f.</summary>
    public Activation Activation { get; } = activation;

    /// <summary>The name of the method that is f, in the place of <see cref="Activation"/>; null for one of those.</summary>
    public string? Function { get; }

    /// <summary>
    /// The slope of <see cref="Activation.LeakyRelu"/>, the α of <see cref="Activation.Elu"/>; 0 or a positive finite number.
    /// NaN, if not said, stands for their usual 0.01 and 1. Other activations have none.
    /// </summary>
    public double Alpha { get; set; } = double.NaN;
}
