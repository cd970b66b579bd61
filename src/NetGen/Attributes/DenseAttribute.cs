namespace NetGen;

/// <summary>Adds a fully connected layer a = f(W x + b) after the layers above it.</summary>
/// <remarks>
/// W has the shape [units, inputs of the layer], b has one value per unit, and f is applied to each element.
/// </remarks>
/// <param name="units">Outputs of the layer; at least 1.</param>
/// <param name="activation">The function f.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DenseAttribute(int units, Activation activation = Activation.Identity) : Attribute
{
    /// <summary>Outputs of the layer.</summary>
    public int Units { get; } = units;

    /// <summary>The function f that is applied to each weighted sum.</summary>
    public Activation Activation { get; } = activation;

    /// <summary>Whether b is there; without it, a = f(W x).</summary>
    public bool Bias { get; set; } = true;
}
