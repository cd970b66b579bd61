using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using State = System.Collections.Immutable.ImmutableDictionary<Microsoft.CodeAnalysis.ISymbol, NetGen.Generator.Parsing.Value>;

namespace NetGen.Generator.Parsing;

/// <summary>The places of a vector that a loop runs over: every <c>Step</c>-th one from <c>First</c> to the vector's length less <c>Rest</c>.</summary>
/// <param name="Counter">The variable that the loop declares.</param>
/// <param name="HasKnownLength">Whether the length of the vector is known at compile time.</param>
internal sealed record LoopRange(ISymbol Counter, string Vector, int First = 0, int Rest = 0, int Step = 1, bool HasKnownLength = false);

/// <summary>Recognises loops over a vector: upwards by any step, or one by one down to a place.</summary>
internal sealed class RangeReader(StatementReader statements)
{
    private const int Farthest = 1 << 20;

    /// <summary>The range of a loop whose bound speaks of a vector's length; null for another loop.</summary>
    public LoopRange? Read(IForLoopOperation loop, State locals)
    {
        if (Counter(loop, locals) is not { } counter || Bound(loop.Condition, counter.Symbol) is not var (comparison, bound) || Step(loop, counter.Symbol) is not { } step)
            return null;
        var end = statements.Expressions.Read(bound, locals);
        return (counter.Start, comparison, end, step) switch
        {
            (Value.Whole { Number: >= 0 and <= Farthest } first, BinaryOperatorKind.LessThan, Value.LengthLess less, > 0) =>
                new(counter.Symbol, less.Name, (int)first.Number, less.Rest, step),
            (Value.Whole { Number: >= 0 and <= Farthest } first, BinaryOperatorKind.LessThanOrEqual, Value.LengthLess less, > 0) =>
                new(counter.Symbol, less.Name, (int)first.Number, less.Rest - 1, step),
            (Value.LengthLess less, BinaryOperatorKind.GreaterThanOrEqual, Value.Whole { Number: >= 0 and <= Farthest } last, -1) =>
                new(counter.Symbol, less.Name, (int)last.Number, less.Rest - 1),
            (Value.LengthLess less, BinaryOperatorKind.GreaterThan, Value.Whole { Number: >= -1 and <= Farthest } before, -1) =>
                new(counter.Symbol, less.Name, (int)before.Number + 1, less.Rest - 1),
            (Value.LengthLess, BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual, Value.Whole, < -1) =>
                throw new UnreadableException(
                    loop.Syntax, "backwards, a loop over a vector whose length is not known at compile time goes one by one", "write it upwards, or with i--"),
            (Value.Whole { Number: 0 }, BinaryOperatorKind.LessThan, Value.Whole whole, 1) when VectorOf(bound, locals) is { } vector && whole.Number == vector.Length =>
                new(counter.Symbol, vector.Name, HasKnownLength: true),
            _ => null,
        };
    }

    /// <summary>The variable that a loop declares and counts with.</summary>
    public (ISymbol Symbol, Value Start)? Counter(IForLoopOperation loop, State locals)
    {
        var declarators = loop.Before.OfType<IVariableDeclarationGroupOperation>()
            .SelectMany(group => group.Declarations).SelectMany(declaration => declaration.Declarators).ToList();
        return declarators.Count == 1 && declarators[0].GetVariableInitializer() is { } initializer
            ? (declarators[0].Symbol, statements.Expressions.Read(initializer.Value, locals))
            : null;
    }

    /// <summary>How the counter is compared, as if it stood on the left, and with what.</summary>
    private static (BinaryOperatorKind Comparison, IOperation Bound)? Bound(IOperation? condition, ISymbol counter) => condition switch
    {
        IBinaryOperation binary when IsOf(binary.LeftOperand, counter) => (binary.OperatorKind, binary.RightOperand),
        IBinaryOperation binary when IsOf(binary.RightOperand, counter) => (Mirror(binary.OperatorKind), binary.LeftOperand),
        _ => null,
    };

    private static BinaryOperatorKind Mirror(BinaryOperatorKind comparison) => comparison switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        _ => comparison,
    };

    /// <summary>By how much the counter grows in a turn; null where that is not a constant.</summary>
    private static int? Step(IForLoopOperation loop, ISymbol counter)
    {
        if (loop.AtLoopBottom.Length != 1 || loop.AtLoopBottom[0] is not IExpressionStatementOperation { Operation: var step })
            return null;
        return step switch
        {
            IIncrementOrDecrementOperation one when IsOf(one.Target, counter) => one.Kind == OperationKind.Increment ? 1 : -1,
            ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Value.ConstantValue: { HasValue: true, Value: int and > 0 and <= Farthest and var by } } add
                when IsOf(add.Target, counter) => by,
            ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Subtract, Value.ConstantValue: { HasValue: true, Value: int and > 0 and <= Farthest and var by } } subtract
                when IsOf(subtract.Target, counter) => -by,
            _ => null,
        };
    }

    private static bool IsOf(IOperation operation, ISymbol counter) =>
        operation is ILocalReferenceOperation { Local: var local } && SymbolEqualityComparer.Default.Equals(local, counter);

    /// <summary>The vector whose length a bound speaks of, for only then does the loop run over a vector.</summary>
    private Value.Vector? VectorOf(IOperation bound, State locals) => bound.DescendantsAndSelf().OfType<IPropertyReferenceOperation>()
        .Where(property => property is { Property.Name: "Length", Instance: not null })
        .Select(property => statements.Expressions.Read(property.Instance!, locals) as Value.Vector)
        .FirstOrDefault(vector => vector is not null);
}
