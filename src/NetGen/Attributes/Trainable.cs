namespace NetGen;

/// <summary>Which parameters of a layer training changes. Gradients of the others are 0.</summary>
public enum Trainable
{
    /// <summary>Weights and biases.</summary>
    All,

    /// <summary>Biases alone; the weights stay as they are.</summary>
    /// <remarks>
    /// Ben Zaken, Ravfogel and Goldberg, "BitFit: Simple Parameter-Efficient Fine-Tuning for Transformer-Based Masked
    /// Language-Models", 2021.
    /// </remarks>
    Biases,

    /// <summary>Nothing: the layer is frozen.</summary>
    None,
}
