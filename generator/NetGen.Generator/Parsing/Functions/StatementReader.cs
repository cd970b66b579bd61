using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Generator.Calculus;
using State = System.Collections.Immutable.ImmutableDictionary<Microsoft.CodeAnalysis.ISymbol, NetGen.Generator.Parsing.Value>;

namespace NetGen.Generator.Parsing;

/// <summary>Reads statements: what a body returns, and what it leaves in variables on the way.</summary>
internal sealed class StatementReader
{
    private readonly LoopReader _loops;
    private readonly HashSet<IOperation> _returning = [];

    public StatementReader(ExpressionReader expressions) => (Expressions, _loops) = (expressions, new(this));

    public ExpressionReader Expressions { get; }

    /// <summary>The value that a method's body returns.</summary>
    public Value Run(IBlockOperation body, State locals)
    {
        foreach (var inner in body.Descendants().OfType<IReturnOperation>())
        {
            for (IOperation? around = inner; around is not null && _returning.Add(around);)
                around = around.Parent;
        }

        return Run(new Pending(body, null), locals);
    }

    /// <summary>The value that statements return. Branches that end are told apart one after the other: there may be many.</summary>
    private Value Run(Pending? statements, State locals)
    {
        var cases = new List<(Condition Condition, Value Then, SyntaxNode Syntax)>();
        while (statements is not null)
        {
            var (statement, rest) = statements;
            switch (statement)
            {
                case IReturnOperation { ReturnedValue: { } value }:
                    return Expressions.Choose(cases, Expressions.Read(value, locals));
                case IBlockOperation block when Returns(block):
                    Expressions.Budget.Spend(1, block.Syntax);
                    statements = block.Operations.Reverse().Aggregate(rest, (after, inner) => new Pending(inner, after));
                    continue;
                case IConditionalOperation choice when Returns(choice):
                    Expressions.Budget.Spend(1, choice.Syntax);
                    var condition = Expressions.Condition(choice.Condition, locals);
                    if (condition is not Condition.Known)
                    {
                        using var level = Expressions.Budget.Enter(choice.Syntax);
                        cases.Add((condition, Run(new Pending(choice.WhenTrue, rest), locals), choice.Syntax));
                        FormulaSize.CheckCases(cases.Count, choice.Syntax);
                    }

                    statements = condition is Condition.Known { Holds: true } ? new Pending(choice.WhenTrue, rest)
                        : choice.WhenFalse is null ? rest
                        : new Pending(choice.WhenFalse, rest);
                    continue;
                default:
                    locals = Execute(statement, locals);
                    statements = rest;
                    break;
            }
        }

        // The compiler demands a return at the end of every path, so a body without one is wrong for it too.
        throw new RejectedException();
    }

    /// <summary>What variables are worth behind a statement that returns nothing.</summary>
    public State Execute(IOperation statement, State locals)
    {
        using var level = Expressions.Budget.Enter(statement.Syntax);
        return statement switch
        {
            IVariableDeclarationGroupOperation group => group.Declarations.SelectMany(declaration => declaration.Declarators)
                .Aggregate(locals, Declare),
            IExpressionStatementOperation expression => Execute(expression.Operation, locals),
            ISimpleAssignmentOperation { IsRef: false } assignment => Assign(assignment.Target, Expressions.Read(assignment.Value, locals), locals),
            ICompoundAssignmentOperation assignment => Assign(
                assignment.Target,
                Expressions.Combine(
                    assignment.OperatorKind,
                    Expressions.Read(assignment.Target, locals),
                    Expressions.Read(assignment.Value, locals),
                    assignment.Type,
                    assignment.IsChecked,
                    assignment.Syntax),
                locals),
            IIncrementOrDecrementOperation step => Assign(
                step.Target,
                Expressions.Combine(
                    step.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract,
                    Expressions.Read(step.Target, locals),
                    new Value.Whole(1),
                    step.Type,
                    step.IsChecked,
                    step.Syntax),
                locals),
            IBlockOperation block => block.Operations.Aggregate(locals, (state, inner) => Execute(inner, state)),
            IConditionalOperation choice => Execute(choice, locals),
            IForLoopOperation loop when !Returns(loop) => _loops.Execute(loop, locals),
            IForEachLoopOperation loop when !Returns(loop) => _loops.Execute(loop, locals),
            IEmptyOperation => locals,
            IInvalidOperation => throw ExpressionReader.Rejected(statement),
            ILoopOperation => throw new UnreadableException(
                statement.Syntax, "only a for loop with known bounds and no return in it can be unrolled", "write for (var i = 0; i < 4; i++) with a constant number of turns"),
            _ => throw new UnreadableException(
                statement.Syntax, "this kind of statement has no derivative", "write variables, if and else, for loops with constant bounds, and return"),
        };
    }

    /// <summary>What variables are worth behind the branches of an if, and of those in its last places.</summary>
    private State Execute(IConditionalOperation choice, State locals)
    {
        var cases = new Stack<(Condition Condition, State Then, SyntaxNode Syntax)>();
        for (IOperation? rest = choice; ;)
        {
            if (rest is not IConditionalOperation next)
                return Choose(rest is null ? locals : Execute(rest, locals));
            Expressions.Budget.Spend(1, next.Syntax);
            var condition = Expressions.Condition(next.Condition, locals);
            if (condition is Condition.Known { Holds: true })
                return Choose(Execute(next.WhenTrue, locals));
            if (condition is not Condition.Known)
                cases.Push((condition, Execute(next.WhenTrue, locals), next.Syntax));
            FormulaSize.CheckCases(cases.Count, choice.Syntax);
            rest = next.WhenFalse;
        }

        // Also those that were declared without a value before, and have one in either branch.
        State Choose(State last) => cases.Aggregate(last, (otherwise, branch) => branch.Then.Keys.Where(otherwise.ContainsKey)
            .Aggregate(locals, (state, symbol) => state.SetItem(symbol, Merge(branch, symbol, otherwise))));

        Value Merge((Condition Condition, State Then, SyntaxNode Syntax) branch, ISymbol symbol, State otherwise) =>
            branch.Then[symbol].IsSame(otherwise[symbol])
                ? branch.Then[symbol]
                : Expressions.Select(branch.Condition, branch.Then[symbol], otherwise[symbol], branch.Syntax);
    }

    private State Declare(State locals, IVariableDeclaratorOperation declarator) => declarator.GetVariableInitializer() is { } initializer
        ? locals.SetItem(declarator.Symbol, Expressions.Read(initializer.Value, locals))
        : locals;

    private static State Assign(IOperation target, Value value, State locals) => target switch
    {
        ILocalReferenceOperation local => locals.SetItem(local.Local, value),
        IParameterReferenceOperation parameter => locals.SetItem(parameter.Parameter, value),
        IDiscardOperation => locals,
        _ => throw new UnreadableException(target.Syntax, "a function changes nothing but its own variables", "assign to a local variable"),
    };

    private bool Returns(IOperation statement) => _returning.Contains(statement);

    /// <summary>Statements that are still to be read.</summary>
    private sealed record Pending(IOperation Statement, Pending? Rest);
}
