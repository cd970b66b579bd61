namespace NetGen;

/// <summary>What a parameter tensor does in its layer.</summary>
public enum ParameterKind
{
    /// <summary>A matrix [outputs, inputs] that multiplies the layer's input. Weight decay applies to it.</summary>
    Weight,

    /// <summary>A vector [outputs] that is added to the product.</summary>
    Bias,

    /// <summary>A vector [inputs] that is subtracted from the input; training does not change it.</summary>
    Mean,

    /// <summary>A vector [inputs] that multiplies the centred input; training does not change it.</summary>
    Scale,

    /// <summary>
    /// A parameter of an activation that the user wrote, marked <see cref="LearnableAttribute"/>: a vector [outputs], or [1] where
    /// the units share it.
    /// </summary>
    Learnable,
}
