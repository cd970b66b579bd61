namespace NetGen;

/// <summary>
/// Generates the gradient of a static method at compile time: beside <c>Energy</c> the class gains <c>EnergyGradient</c>, which
/// takes the same arguments, gives the partial derivatives through <c>out</c> parameters or spans, and returns the value.
/// </summary>
/// <remarks>
/// The method takes and returns <see cref="float"/> or <see cref="double"/>, takes spans or arrays of them, or both, and its type is
/// partial. Its body is read as those of activations and losses are. A span's derivatives overwrite a span of the same length
/// behind the arguments, which may not overlap it. At a kink, the derivative is that of the branch that is taken there.
/// </remarks>
/// <example>
/// <code>
/// static partial class Functions
/// {
///     [Gradient]
///     public static double Paraboloid(double x, double y) => (x * x) + (3 * y * y);
/// }
///
/// var value = Functions.ParaboloidGradient(1, 2, out var dx, out var dy);
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GradientAttribute : Attribute
{
    /// <summary>Asks for the derivatives by all parameters.</summary>
    public GradientAttribute() => Parameters = [];

    /// <summary>Asks for the derivative by one parameter.</summary>
    /// <param name="parameter">Its name.</param>
    public GradientAttribute(string parameter) => Parameters = [parameter];

    /// <summary>Asks for the derivatives by some parameters.</summary>
    /// <param name="first">The name of one.</param>
    /// <param name="second">The name of another.</param>
    /// <param name="others">The names of more.</param>
    public GradientAttribute(string first, string second, params string[] others) => Parameters = [first, second, .. others ?? []];

    /// <summary>The names of the parameters to differentiate by; all if empty.</summary>
    public IReadOnlyList<string> Parameters { get; }
}
