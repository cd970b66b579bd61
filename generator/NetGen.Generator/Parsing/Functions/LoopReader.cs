using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Generator.Calculus;
using State = System.Collections.Immutable.ImmutableDictionary<Microsoft.CodeAnalysis.ISymbol, NetGen.Generator.Parsing.Value>;

namespace NetGen.Generator.Parsing;

/// <summary>
/// Reads loops: as sums where a loop adds up over the elements of a vector, else turn by turn, if it is known how many there are.
/// </summary>
internal sealed class LoopReader(StatementReader statements)
{
    private const int MostTurns = 256;

    public State Execute(IForLoopOperation loop, State locals) => Sum(loop, locals) ?? Unroll(loop, locals);

    public State Execute(IForEachLoopOperation loop, State locals)
    {
        var element = loop.Locals.SingleOrDefault();
        var source = loop.Collection is IConversionOperation conversion ? conversion.Operand : loop.Collection;
        if (element is null || statements.Expressions.Read(source, locals) is not Value.Vector vector)
            throw new UnreadableException(loop.Collection.Syntax, "only the elements of a parameter can be run over", "write for (var i = 0; i < x.Length; i++)");
        if (Sums(loop.Body, locals, element, new Value.Real(new Element(vector.Name, 0, isRunning: true)), vector.Name, 0, 0) is { } sums)
            return sums;
        if (vector.Length is not { } length || length > MostTurns)
            throw TooLong(loop.Collection.Syntax);
        return Enumerable.Range(0, length).Aggregate(locals, (state, place) =>
            statements.Execute(loop.Body, state.SetItem(element, new Value.Real(new Element(vector.Name, place, isRunning: false)))));
    }

    /// <summary>A loop <c>for (var i = first; i &lt; x.Length - rest; i++)</c> that only adds up; null for another one.</summary>
    private State? Sum(IForLoopOperation loop, State locals)
    {
        if (Counter(loop, locals) is not { Start: Value.Whole { Number: >= 0 and <= MostTurns } first } counter
            || loop.Condition is not IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan, LeftOperand: ILocalReferenceOperation left } condition
            || !SymbolEqualityComparer.Default.Equals(left.Local, counter.Symbol)
            || loop.AtLoopBottom.Length != 1
            || loop.AtLoopBottom[0] is not IExpressionStatementOperation { Operation: IIncrementOrDecrementOperation { Kind: OperationKind.Increment } })
        {
            return null;
        }

        return statements.Expressions.Read(condition.RightOperand, locals) switch
        {
            Value.LengthLess less => Sums(loop.Body, locals, counter.Symbol, new Value.Running(0), less.Name, (int)first.Number, less.Rest),
            Value.Whole end when VectorOf(condition.RightOperand, locals) is { } vector && end.Number == vector.Length =>
                Sums(loop.Body, locals, counter.Symbol, new Value.Running(0), vector.Name, (int)first.Number, 0),
            _ => null,
        };
    }

    /// <summary>The vector whose length a bound speaks of, for only then does the loop run over a vector.</summary>
    private Value.Vector? VectorOf(IOperation bound, State locals) => bound.DescendantsAndSelf().OfType<IPropertyReferenceOperation>()
        .Where(property => property is { Property.Name: "Length", Instance: not null })
        .Select(property => statements.Expressions.Read(property.Instance!, locals) as Value.Vector)
        .FirstOrDefault(vector => vector is not null);

    /// <summary>
    /// What variables are worth behind a body that runs over a vector, if it changes those of before by additions alone. Each is
    /// read once as what it was, a placeholder, and must come out as that plus a term without placeholders.
    /// </summary>
    private State? Sums(IOperation body, State locals, ISymbol running, Value start, string vector, int first, int rest)
    {
        // A sum has one running index: the terms of one inside of another cannot speak of both.
        if (locals.Values.Any(IsRunning))
            return null;
        var before = locals.Where(pair => pair.Value is Value.Real && IsAssigned(body, pair.Key)).ToDictionary(
            pair => pair.Key, pair => (Expr)new Variable("before " + pair.Key.Name), (IEqualityComparer<ISymbol>)SymbolEqualityComparer.Default);
        var inside = before.Aggregate(locals.SetItem(running, start), (state, pair) => state.SetItem(pair.Key, new Value.Real(pair.Value)));
        State after;
        try
        {
            after = statements.Execute(body, inside);
        }
        catch (UnreadableException)
        {
            // What is wrong with the body itself shows again, at the same place, when it is read turn by turn.
            return null;
        }

        // A body that moves the counter skips elements.
        if (!Equals(after[running], start))
            return null;

        // The layers of a network sum over whole vectors.
        var isWhole = locals.Values.Any(value => value is Value.Vector { Length: not null });
        if (isWhole && (first != 0 || rest != 0))
            return null;
        var result = locals;
        foreach (var symbol in locals.Keys)
        {
            if (!before.TryGetValue(symbol, out var placeholder))
            {
                if (!Equals(after[symbol], locals[symbol]))
                    return null;
                continue;
            }

            var term = ((Value.Real)after[symbol]).Expression - placeholder;
            if (term.Leaves.Any(leaf => before.ContainsValue(leaf) || (isWhole && leaf is Element { IsRunning: true, Place: not 0 })))
                return null;
            result = result.SetItem(symbol, new Value.Real(((Value.Real)locals[symbol]).Expression + new Total(term, vector, first, rest)));
        }

        return result;
    }

    private static bool IsRunning(Value value) => value switch
    {
        Value.Running => true,
        Value.Real real => IsRunning(real.Expression),
        Value.Truth truth => IsRunning(truth.Condition.Select(1, 0)),
        _ => false,
    };

    /// <summary>Whether an element at the running index of a sum around it is in an expression.</summary>
    private static bool IsRunning(Expr expression) => expression switch
    {
        Total => false,
        Element element => element.IsRunning,
        _ => expression.Children.Any(IsRunning),
    };

    private State Unroll(IForLoopOperation loop, State locals)
    {
        if (Counter(loop, locals) is null)
            throw new UnreadableException(loop.Syntax, "the loop has no counter", "write for (var i = 0; i < 4; i++) with a constant number of turns");
        var state = loop.Before.Aggregate(locals, (before, statement) => statements.Execute(statement, before));
        for (var turn = 0; Continues(state); turn++)
        {
            if (turn == MostTurns)
                throw TooLong(loop.Syntax);
            state = statements.Execute(loop.Body, state);
            state = loop.AtLoopBottom.Aggregate(state, (before, statement) => statements.Execute(statement, before));
        }

        return locals.Keys.Aggregate(locals, (outer, symbol) => outer.SetItem(symbol, state[symbol]));

        bool Continues(State now) => loop.Condition is null || (statements.Expressions.Condition(loop.Condition, now) is Condition.Known known
            ? known.Holds
            : throw TooLong(loop.Condition.Syntax));
    }

    /// <summary>The variable that a loop declares and counts with.</summary>
    private (ISymbol Symbol, Value Start)? Counter(IForLoopOperation loop, State locals)
    {
        var declarators = loop.Before.OfType<IVariableDeclarationGroupOperation>()
            .SelectMany(group => group.Declarations).SelectMany(declaration => declaration.Declarators).ToList();
        return declarators.Count == 1 && declarators[0].GetVariableInitializer() is { } initializer
            ? (declarators[0].Symbol, statements.Expressions.Read(initializer.Value, locals))
            : null;
    }

    private static bool IsAssigned(IOperation body, ISymbol symbol) => body.Descendants()
        .Select(operation => operation switch
        {
            IAssignmentOperation assignment => assignment.Target,
            IIncrementOrDecrementOperation step => step.Target,
            _ => null,
        })
        .Any(target => SymbolEqualityComparer.Default.Equals(
            target switch
            {
                ILocalReferenceOperation local => local.Local,
                IParameterReferenceOperation parameter => parameter.Parameter,
                _ => null,
            },
            symbol));

    private static UnreadableException TooLong(SyntaxNode syntax) => new(
        syntax,
        "how often the loop turns must be known at compile time, 256 times at most",
        "write constant bounds, or add up over all elements: for (var i = 0; i < x.Length; i++) sum += …");
}
