using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Calculus;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>
/// Rounds to float where the source does, inside of a function whose numbers are double. Single precision rounds everything anyway; and
/// where a function's own numbers are float, they stand for those of the network, whatever they are.
/// </summary>
internal sealed class Narrowing(IMethodSymbol function, Precision precision)
{
    private readonly bool _isOfSingle = function.Parameters.Select(parameter => Scalar(parameter.Type)).Append(function.ReturnType)
        .All(type => type.SpecialType == SpecialType.System_Single);

    /// <summary>A constant that the source writes as a float.</summary>
    public double Constant(float number) =>
        _isOfSingle ? double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : number;

    /// <summary>A whole number as a float: rounded once, and not to double before.</summary>
    public double Convert(long number) => _isOfSingle ? number : (float)number;

    /// <summary>What a value of a type is worth.</summary>
    public Value Apply(Value value, ITypeSymbol? type) =>
        value is Value.Real { Expression: var number } && type?.SpecialType == SpecialType.System_Single
            && !_isOfSingle && precision == Precision.Double && !IsNarrow(number)
            ? new Value.Real(Function.Narrow.Of(number))
            : value;

    private static bool IsNarrow(Expr value) => value switch
    {
        Number number => number.Value.Equals((float)number.Value),
        Call call => call.Function == Function.Narrow || (KeepsFloats(call.Function) && IsNarrow(call.Arguments[0])),
        Product { Coefficient: 1 or -1, Factors: { Length: 1 } factors } => factors[0].Exponent == 1 && IsNarrow(factors[0].Base),
        Choose choose => IsNarrow(choose.Then) && IsNarrow(choose.Otherwise),
        Detach detach => IsNarrow(detach.Argument),
        Given given => IsNarrow(given.Value),
        Compare => true,
        _ => false,
    };

    private static bool KeepsFloats(Function function) =>
        function == Function.Abs || function == Function.Relu || function == Function.Floor || function == Function.Ceiling
        || function == Function.Round || function == Function.Truncate;

    /// <summary>The type of a vector's elements, or of a number.</summary>
    private static ITypeSymbol Scalar(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { Arity: 1, TypeArguments: var arguments } => arguments[0],
        _ => type,
    };
}
