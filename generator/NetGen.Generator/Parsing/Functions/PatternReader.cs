using Microsoft.CodeAnalysis.Operations;
using NetGen.Generator.Calculus;
using State = System.Collections.Immutable.ImmutableDictionary<Microsoft.CodeAnalysis.ISymbol, NetGen.Generator.Parsing.Value>;

namespace NetGen.Generator.Parsing;

/// <summary>Reads patterns that a number is matched with, such as <c>&gt; 0 and &lt; 1</c>.</summary>
internal static class PatternReader
{
    /// <param name="locals">Gains the variables that the pattern declares.</param>
    public static Condition Read(ExpressionReader expressions, IPatternOperation pattern, Expr value, ref State locals)
    {
        using var level = expressions.Budget.Enter(pattern.Syntax);
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return new Condition.Known(true);
            case IDeclarationPatternOperation { DeclaredSymbol: var symbol }:
                if (symbol is not null)
                    locals = locals.SetItem(symbol, new Value.Real(value));
                return new Condition.Known(true);
            case IConstantPatternOperation constant:
                var number = expressions.Number(constant.Value, locals);

                // Unlike ==, a pattern finds NaN.
                return number is Number { Value: double.NaN }
                    ? !Condition.Of(Comparison.Equal, value, value)
                    : Condition.Of(Comparison.Equal, value, number);
            case IRelationalPatternOperation relation when Relation(relation.OperatorKind) is { } comparison:
                return Condition.Of(comparison, value, expressions.Number(relation.Value, locals));
            case INegatedPatternOperation negation:
                return !Read(expressions, negation.Pattern, value, ref locals);
            case IBinaryPatternOperation binary:
                var left = Read(expressions, binary.LeftPattern, value, ref locals);
                var right = Read(expressions, binary.RightPattern, value, ref locals);
                return expressions.Truth(binary.OperatorKind == BinaryOperatorKind.And ? left & right : left | right, binary.Syntax).Condition;
            default:
                throw new UnreadableException(pattern.Syntax, "a number cannot be matched with this pattern", "write constants, <, <=, >, >=, and, or, not and _");
        }
    }

    private static Comparison? Relation(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.GreaterThan => Comparison.Greater,
        BinaryOperatorKind.GreaterThanOrEqual => Comparison.GreaterOrEqual,
        BinaryOperatorKind.LessThan => Comparison.Less,
        BinaryOperatorKind.LessThanOrEqual => Comparison.LessOrEqual,
        _ => null,
    };
}
