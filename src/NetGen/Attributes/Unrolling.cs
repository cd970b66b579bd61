namespace NetGen;

/// <summary>
/// Whether the generated methods spell out every operation or keep loops. Results differ by rounding at most.
/// </summary>
public enum Unrolling
{
    /// <summary>Small networks are unrolled fully, larger ones as far as it pays.</summary>
    Auto,

    /// <summary>Everything is unrolled. The code grows with the number of parameters.</summary>
    Full,

    /// <summary>Loops stay loops. The code is the smallest.</summary>
    None,
}
