using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Generator.Calculus;
using State = System.Collections.Immutable.ImmutableDictionary<Microsoft.CodeAnalysis.ISymbol, NetGen.Generator.Parsing.Value>;

namespace NetGen.Generator.Parsing;

/// <summary>
/// Reads loops: as sums and extremes where a loop runs over a vector and finds nothing else, or else turn by turn, if it is known how
/// many there are.
/// </summary>
internal sealed class LoopReader(StatementReader statements)
{
    private const int MostTurns = 256;

    private readonly RangeReader _ranges = new(statements);
    private readonly FoldReader _folds = new(statements);

    public State Execute(IForLoopOperation loop, State locals)
    {
        using var level = statements.Expressions.Budget.Repeat(loop.Syntax);
        if (_ranges.Read(loop, locals) is not { } range)
            return Unroll(loop, locals);
        return range.HasKnownLength
            ? _folds.TryRead(loop.Body, locals, range.Counter, new Value.Running(0), range) ?? Unroll(loop, locals)
            : _folds.Read(loop.Body, locals, range.Counter, new Value.Running(0), range, loop.Condition!.Syntax);
    }

    public State Execute(IForEachLoopOperation loop, State locals)
    {
        using var level = statements.Expressions.Budget.Repeat(loop.Syntax);
        var element = loop.Locals.SingleOrDefault();
        var source = loop.Collection is IConversionOperation conversion ? conversion.Operand : loop.Collection;
        if (element is null || statements.Expressions.Read(source, locals) is not Value.Vector vector)
            throw new UnreadableException(loop.Collection.Syntax, "only the elements of a parameter can be run over", "write for (var i = 0; i < x.Length; i++)");
        var range = new LoopRange(element, vector.Name, HasKnownLength: vector.Length is not null);
        var running = new Value.Real(new Element(vector.Name, 0, isRunning: true));
        if (vector.Length is not { } length)
            return _folds.Read(loop.Body, locals, element, running, range, loop.Collection.Syntax);
        if (_folds.TryRead(loop.Body, locals, element, running, range) is { } sums)
            return sums;
        if (length > MostTurns)
            throw TooLong(loop.Collection.Syntax);
        return Enumerable.Range(0, length).Aggregate(locals, (state, place) =>
            statements.Execute(loop.Body, state.SetItem(element, new Value.Real(new Element(vector.Name, place, isRunning: false)))));
    }

    private State Unroll(IForLoopOperation loop, State locals)
    {
        if (_ranges.Counter(loop, locals) is null)
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

    private static UnreadableException TooLong(SyntaxNode syntax) => new(
        syntax,
        $"how often the loop turns must be known at compile time, {MostTurns} times at most",
        "write constant bounds, or add up over all elements: for (var i = 0; i < x.Length; i++) sum += …");
}
