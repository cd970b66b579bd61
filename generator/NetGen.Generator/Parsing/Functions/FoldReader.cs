using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Generator.Calculus;
using State = System.Collections.Immutable.ImmutableDictionary<Microsoft.CodeAnalysis.ISymbol, NetGen.Generator.Parsing.Value>;

namespace NetGen.Generator.Parsing;

/// <summary>
/// Reads the body of a loop over a vector once, for all its elements: what variables of before are worth behind the loop, if each turn
/// adds to them, or keeps the larger or the smaller value. Each is read as what it was, a placeholder, and must come out as that and a
/// term without placeholders.
/// </summary>
internal sealed class FoldReader(StatementReader statements)
{
    private readonly Dictionary<IOperation, HashSet<ISymbol>> _assigned = new(ReferenceComparer<IOperation>.Instance);

    /// <summary>The same for a vector whose length is known; null where the loop finds something else, or has an error.</summary>
    public State? TryRead(IOperation body, State locals, ISymbol running, Value start, LoopRange range)
    {
        try
        {
            return Read(body, locals, running, start, range, body.Syntax);
        }
        catch (UnreadableException)
        {
            // What is wrong with the body itself shows again, at the same place, when it is read turn by turn.
            return null;
        }
    }

    /// <param name="running">What stands for the element or its index.</param>
    /// <param name="start">The value of that.</param>
    /// <param name="place">Where an error is that is not in a part of the body.</param>
    /// <exception cref="UnreadableException">The loop finds something else, or has an error.</exception>
    public State Read(IOperation body, State locals, ISymbol running, Value start, LoopRange range, SyntaxNode place)
    {
        if (locals.Values.Any(IsRunning))
            throw new UnreadableException(place, "it runs over a vector inside of another such loop, and a term can speak of one running index", "write two loops, one behind the other");
        var assigned = Assigned(body);
        var before = locals.Where(pair => pair.Value is Value.Real && assigned.Contains(pair.Key)).ToDictionary(
            pair => pair.Key, pair => new Variable("before " + pair.Key.Name), (IEqualityComparer<ISymbol>)SymbolEqualityComparer.Default);
        var inside = before.Aggregate(locals.SetItem(running, start), (state, pair) => state.SetItem(pair.Key, new Value.Real(pair.Value)));
        var after = statements.Execute(body, inside);
        if (!after[running].IsSame(start))
            throw new UnreadableException(place, "its body moves the counter", "let the loop's head alone count");

        var result = locals;
        foreach (var symbol in locals.Keys)
        {
            if (before.TryGetValue(symbol, out var placeholder))
                result = result.SetItem(symbol, new Value.Real(Fold(symbol, (Value.Real)locals[symbol], placeholder, (Value.Real)after[symbol])));
            else if (!after[symbol].IsSame(locals[symbol]))
                throw new UnreadableException(place, $"it changes '{symbol.Name}', which is no real number", "declare it as double or float, with a first value");
        }

        return result;

        Expr Fold(ISymbol symbol, Value.Real first, Variable placeholder, Value.Real last)
        {
            var folded = Added(last.Expression, placeholder) is { } term && IsFree(term) ? first.Expression + new Total(term, range.Vector, range.First, range.Rest, range.Step)
                : !range.HasKnownLength && Selection.Of(last.Expression, placeholder) is var (candidate, selection) && IsFree(candidate)
                    ? new Extreme(first.Expression, candidate, selection, range.Vector, range.First, range.Rest, range.Step)
                : null;
            if (folded is not null)
                return folded;
            throw last.Expression.Nodes.Any(node => node is Call call && call.Function == Function.Narrow && call.Leaves.Contains(placeholder))
                ? new UnreadableException(place, $"every turn rounds '{symbol.Name}' to float", "declare it as double")
                : new UnreadableException(
                    place,
                    $"it does something else with '{symbol.Name}' than adding to it, or keeping the larger or the smaller value, and how often it turns is not known at compile time",
                    "write the loop so, or with constant bounds");
        }

        // The layers of a network sum over whole vectors.
        bool IsFree(Expr term) => !term.Leaves.Any(leaf =>
            (leaf is Variable variable && before.ContainsValue(variable)) || (range.HasKnownLength && leaf is Element { IsRunning: true, Place: not 0 }));
    }

    /// <summary>What is added to a placeholder; null where something else is done with it.</summary>
    private static Expr? Added(Expr value, Variable placeholder)
    {
        if (value - placeholder is var difference && !difference.Leaves.Contains(placeholder))
            return difference;
        return value is Choose { Condition: var condition } choose && !condition.Leaves.Contains(placeholder)
            && Added(choose.Then, placeholder) is { } then && Added(choose.Otherwise, placeholder) is { } otherwise
            ? Choose.Of(condition, then, otherwise)
            : null;
    }

    private static bool IsRunning(Value value) => value switch
    {
        Value.Running => true,
        Value.Real real => IsRunning(real.Expression),
        Value.Truth truth => IsRunning(truth.Condition.Select(1, 0)),
        _ => false,
    };

    /// <summary>Whether an element at the running index of a loop around it is in an expression.</summary>
    private static bool IsRunning(Expr expression) => expression switch
    {
        Fold => false,
        Element element => element.IsRunning,
        _ => expression.Children.Any(IsRunning),
    };

    /// <summary>The variables that a body assigns to.</summary>
    private HashSet<ISymbol> Assigned(IOperation body)
    {
        if (_assigned.TryGetValue(body, out var known))
            return known;
        var symbols = new HashSet<ISymbol>(
            body.Descendants().Select(operation => operation switch
            {
                IAssignmentOperation assignment => assignment.Target,
                IIncrementOrDecrementOperation step => step.Target,
                _ => null,
            }).Select(target => target switch
            {
                ILocalReferenceOperation local => local.Local,
                IParameterReferenceOperation parameter => (ISymbol)parameter.Parameter,
                _ => null,
            }).OfType<ISymbol>(),
            SymbolEqualityComparer.Default);
        _assigned.Add(body, symbols);
        return symbols;
    }
}
