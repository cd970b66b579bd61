namespace NetGen;

/// <summary>Adds a named layer's output: y = x + h, a way around the layers between.</summary>
/// <example>
/// <code>
/// [Network(8)]
/// [Dense(16, Activation.Relu, Name = "stem")]
/// [Dense(16, Activation.Relu)]
/// [Dense(16)]
/// [Skip("stem")]
/// [Dense(1)]
/// public sealed partial class Blocks { }
/// </code>
/// </example>
/// <param name="from">
/// The <see cref="LayerAttribute.Name"/> of the layer h above, or <c>"input"</c> for the network's input. It is as wide as x.
/// </param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SkipAttribute(string from) : LayerAttribute
{
    /// <summary>The name of the layer that is added.</summary>
    public string From { get; } = from;
}
