using Microsoft.CodeAnalysis;
using NetGen.Generator.Calculus;

namespace NetGen.Generator.Parsing;

/// <summary>
/// The methods of <c>Math</c>, <c>MathF</c>, <c>float</c>, <c>double</c>, the interfaces of generic math and
/// <c>NetGen.Numerics.Elementary</c> that have a derivative, one line each.
/// </summary>
internal static class KnownMethods
{
    private static readonly Dictionary<string, Func<Expr[], Expr>> Unary = Table(
        ("Abs", x => Function.Abs.Of(x)),
        ("Exp", x => Function.Exp.Of(x)),
        ("ExpM1", x => Function.Expm1.Of(x)),
        ("Expm1", x => Function.Expm1.Of(x)),
        ("Exp2", x => Function.Pow.Of(2, x)),
        ("Exp10", x => Function.Pow.Of(10, x)),
        ("Log", x => Function.Log.Of(x)),
        ("LogP1", x => Function.Log1p.Of(x)),
        ("Log1p", x => Function.Log1p.Of(x)),
        ("Log2", x => Function.Log2.Of(x)),
        ("Log10", x => Function.Log10.Of(x)),
        ("Sqrt", x => Function.Sqrt.Of(x)),
        ("Cbrt", x => Function.Cbrt.Of(x)),
        ("Sin", x => Function.Sin.Of(x)),
        ("Cos", x => Function.Cos.Of(x)),
        ("Tan", x => Function.Tan.Of(x)),
        ("Asin", x => Function.Asin.Of(x)),
        ("Acos", x => Function.Acos.Of(x)),
        ("Atan", x => Function.Atan.Of(x)),
        ("Sinh", x => Function.Sinh.Of(x)),
        ("Cosh", x => Function.Cosh.Of(x)),
        ("Tanh", x => Function.Tanh.Of(x)),
        ("Asinh", x => Lengths.Asinh(x)),
        ("Acosh", x => Lengths.Acosh(x)),
        ("Atanh", x => 0.5 * (Function.Log1p.Of(x) - Function.Log1p.Of(-x))),
        ("Sign", Kinks.Sign),
        ("Floor", x => Function.Floor.Of(x)),
        ("Ceiling", x => Function.Ceiling.Of(x)),
        ("Round", x => Function.Round.Of(x)),
        ("Truncate", x => Function.Truncate.Of(x)),
        ("Sigmoid", x => Function.Sigmoid.Of(x)),
        ("Softplus", x => Function.Softplus.Of(x)),
        ("LogCosh", x => Function.LogCosh.Of(x)),
        ("Erf", x => Function.Erf.Of(x)),
        ("Relu", x => Function.Relu.Of(x)),
        ("CreateChecked", x => x),
        ("CreateSaturating", x => x),
        ("CreateTruncating", x => x));

    private static readonly Dictionary<string, Func<Expr[], Expr>> Binary = new(StringComparer.Ordinal)
    {
        ["Pow"] = x => Power(x[0], x[1]),
        ["Log"] = x => Grouped.Over(Function.Log.Of(x[0]), Function.Log.Of(x[1])),
        ["Atan2"] = x => Function.Atan2.Of(x),
        ["Hypot"] = x => Lengths.Hypot(x[0], x[1]),
        ["Max"] = x => Kinks.Max(x[0], x[1]),
        ["Min"] = x => Kinks.Min(x[0], x[1]),
    };

    private static readonly Dictionary<string, Func<Expr[], Expr>> Ternary = new(StringComparer.Ordinal)
    {
        ["Clamp"] = x => Kinks.Clamp(x[0], x[1], x[2]),
        ["FusedMultiplyAdd"] = x => Grouped.Times(x[0], x[1]) + x[2],
        ["MultiplyAdd"] = x => Grouped.Times(x[0], x[1]) + x[2],
        ["MultiplyAddEstimate"] = x => Grouped.Times(x[0], x[1]) + x[2],
        ["Lerp"] = x => Grouped.Times(x[0], 1 - x[2]) + Grouped.Times(x[1], x[2]),
    };

    /// <summary>Whether a method belongs to a type whose methods are known by name, readable or not.</summary>
    public static bool IsMathematical(IMethodSymbol method) => method.ContainingType switch
    {
        { SpecialType: SpecialType.System_Single or SpecialType.System_Double } => true,
        { Name: "Math" or "MathF", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } => true,
        { TypeKind: TypeKind.Interface, ContainingNamespace: { Name: "Numerics", ContainingNamespace.Name: "System" } } => true,
        { Name: "Elementary", ContainingNamespace: { Name: "Numerics", ContainingNamespace.Name: "NetGen" } } => true,
        _ => false,
    };

    /// <summary>The method's value as an expression of its arguments; null where it has none.</summary>
    public static Func<Expr[], Expr>? Find(IMethodSymbol method)
    {
        var table = method.Parameters.Length switch
        {
            1 => Unary,
            2 => Binary,
            _ => Ternary,
        };
        return table.TryGetValue(method.Name, out var value) ? value : null;
    }

    /// <summary>A constant of generic math, such as <c>T.Pi</c>; null for another property.</summary>
    public static double? Constant(IPropertySymbol property) => property.Name switch
    {
        _ when property.ContainingType.TypeKind != TypeKind.Interface || property.ContainingNamespace.Name != "Numerics" => null,
        "Zero" or "AdditiveIdentity" => 0,
        "One" or "MultiplicativeIdentity" => 1,
        "NegativeOne" => -1,
        "Pi" => Math.PI,
        "Tau" => 2 * Math.PI,
        "E" => Math.E,
        _ => null,
    };

    /// <summary>A small whole exponent is a product.</summary>
    private static Expr Power(Expr x, Expr exponent)
    {
        const int largest = 16;
        return exponent switch
        {
            Number { Value: 0 } => 1,
            Number { Value: 0.5 } => Function.Sqrt.Of(x),
            Number number when Math.Abs(number.Value) <= largest && number.Value == Math.Floor(number.Value) => Grouped.Power(x, (int)number.Value),
            _ => Function.Pow.Of(x, exponent),
        };
    }

    private static Dictionary<string, Func<Expr[], Expr>> Table(params (string Name, Func<Expr, Expr> Value)[] rows) =>
        rows.ToDictionary(row => row.Name, row => (Func<Expr[], Expr>)(x => row.Value(x[0])), StringComparer.Ordinal);
}
