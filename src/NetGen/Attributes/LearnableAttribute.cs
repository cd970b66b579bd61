namespace NetGen;

/// <summary>
/// Marks a parameter of an activation that you wrote as one that training changes: the slope of a PReLU, the frequency of
/// Snake. It stands behind the first parameter, x.
/// </summary>
/// <remarks>
/// The values are parameters of the network like weights and biases: they have a view (<c>Slope1</c> for <c>slope</c> in the
/// first layer), they are saved as <c>1.slope</c>, and weight decay does not apply to them.
/// </remarks>
/// <example>
/// <code>
/// // K. He et al., "Delving Deep into Rectifiers", 2015, equation 1.
/// static float PRelu(float x, [Learnable(0.25)] float slope) => x > 0 ? x : slope * x;
/// </code>
/// </example>
/// <param name="initial">The value before training; a finite number.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class LearnableAttribute(double initial) : Attribute
{
    /// <summary>The value before training.</summary>
    public double Initial { get; } = initial;

    /// <summary>Whether each unit of the layer has a value of its own; if not said, they share one.</summary>
    public bool PerUnit { get; set; }
}
