namespace NetGen;

/// <summary>
/// Says that this static method is the derivative of another one of its class, which is then used in the place of the derived
/// one. It has the same parameters.
/// </summary>
/// <remarks>
/// For a derivative that is cheaper, or wanted to be another one: of a step function, that of a smooth neighbour (Bengio,
/// Léonard and Courville, "Estimating or Propagating Gradients Through Stochastic Neurons for Conditional Computation", 2013).
/// <see cref="GradientCheck.Derivative(Func{double, double}, Func{double, double}, double, double, int)"/> compares it with
/// difference quotients.
/// </remarks>
/// <param name="function">The name of the function.</param>
/// <param name="parameter">The name of the parameter that it is differentiated by; the first one if not said.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DerivativeAttribute(string function, string? parameter = null) : Attribute
{
    /// <summary>The name of the function.</summary>
    public string Function { get; } = function;

    /// <summary>The name of the parameter that it is differentiated by; the first one if null.</summary>
    public string? Parameter { get; } = parameter;
}
