namespace NetGen;

/// <summary>
/// How far the generated methods spell out operations, or keep loops. Results differ by rounding at most.
/// </summary>
public enum Unrolling
{
    /// <summary>Small networks are unrolled fully, larger ones as far as it pays.</summary>
    Auto,

    /// <summary>
    /// Loops are unrolled as far as a method may grow before the compiler that runs it stops optimising. Longer ones stay
    /// loops over bodies of that size.
    /// </summary>
    Full,

    /// <summary>Loops stay loops. The code is the smallest.</summary>
    None,
}
