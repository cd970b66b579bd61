namespace NetGen;

/// <summary>
/// Standardises the network's input, value by value: x̂ᵢ = (xᵢ − meanᵢ) · scaleᵢ, so that the network takes raw samples. It is
/// the first layer.
/// </summary>
/// <remarks>
/// Mean and scale, usually 1 over the standard deviation, are parameters with one value for each input. They are saved with the
/// others, and training does not change them: they start as 0 and 1, with which x̂ = x, whatever the seed, and the views
/// <c>Mean1</c> and <c>Scale1</c> of the class set them. LeCun, Bottou, Orr and Müller, "Efficient BackProp", 1998, says
/// why to standardise.
/// </remarks>
/// <example>
/// <code>
/// [Network(30, Loss = Loss.BinaryCrossEntropy)]
/// [Standardize]
/// [Dense(16, Activation.Relu)]
/// [Dense(1, Activation.Sigmoid)]
/// public sealed partial class BreastCancer { }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class StandardizeAttribute : LayerAttribute;
