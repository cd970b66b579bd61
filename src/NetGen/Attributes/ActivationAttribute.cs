namespace NetGen;

/// <summary>Adds a layer without parameters, a = f(x).</summary>
/// <param name="activation">The function f, applied to each element; <see cref="Activation.Softmax"/> to all of them.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ActivationAttribute(Activation activation) : LayerAttribute
{
    /// <summary>The function f.</summary>
    public Activation Activation { get; } = activation;

    /// <summary>
    /// The slope of <see cref="Activation.LeakyRelu"/>, the α of <see cref="Activation.Elu"/>; 0 or a positive finite number.
    /// NaN, if not said, stands for their usual 0.01 and 1. Other activations have none.
    /// </summary>
    public double Alpha { get; set; } = double.NaN;
}
