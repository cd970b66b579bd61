namespace NetGen;

/// <summary>What a parameter tensor does in its layer.</summary>
public enum ParameterKind
{
    /// <summary>A matrix [outputs, inputs] that multiplies the layer's input. Weight decay applies to it.</summary>
    Weight,

    /// <summary>A vector [outputs] that is added to the product.</summary>
    Bias,
}
