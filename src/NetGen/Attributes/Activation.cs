namespace NetGen;

/// <summary>The function that a layer applies to each of its weighted sums z.</summary>
public enum Activation
{
    /// <summary>f(z) = z, with f′(z) = 1.</summary>
    Identity,

    /// <summary>The logistic function f(z) = 1 / (1 + e⁻ᶻ), in (0, 1), with f′ = f (1 − f).</summary>
    Sigmoid,

    /// <summary>f(z) = tanh z, in (−1, 1), with f′ = 1 − f².</summary>
    Tanh,

    /// <summary>
    /// The rectifier f(z) = max(z, 0), with f′(z) = 1 for z &gt; 0 and 0 otherwise, at z = 0 too. NaN stays NaN.
    /// </summary>
    Relu,
}
