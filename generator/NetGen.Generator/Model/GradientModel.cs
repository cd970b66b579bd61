using NetGen.Generator.Calculus;

namespace NetGen.Generator.Model;

/// <summary>A method with [Gradient].</summary>
/// <param name="Namespace">Dotted, with escaped keywords; empty for the global namespace.</param>
/// <param name="Types">Headers of the types around the method, outermost first.</param>
/// <param name="HintName">Unique file name without regard to case, ending in <c>.g.cs</c>.</param>
/// <param name="Accessibility">Of the method, as C# writes it.</param>
/// <param name="Method">The method's name, without an @.</param>
/// <param name="Precision">The type of all its numbers.</param>
/// <param name="Formula">Its value; null where the generated method only throws.</param>
internal sealed record GradientModel(
    string Namespace,
    EquatableArray<string> Types,
    string HintName,
    string Accessibility,
    string Method,
    Precision Precision,
    EquatableArray<GradientParameter> Parameters,
    Expr? Formula);

/// <param name="Type">As C# writes it, from <c>global::</c> on.</param>
/// <param name="IsArray">Whether it is an array, which may be null.</param>
/// <param name="IsWanted">Whether the gradient by it is asked for.</param>
internal sealed record GradientParameter(string Type, string Name, bool IsVector, bool IsArray, bool IsWanted);
