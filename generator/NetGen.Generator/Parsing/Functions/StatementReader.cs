using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using State = System.Collections.Immutable.ImmutableDictionary<Microsoft.CodeAnalysis.ISymbol, NetGen.Generator.Parsing.Value>;

namespace NetGen.Generator.Parsing;

/// <summary>Reads statements: what a body returns, and what it leaves in variables on the way.</summary>
internal sealed class StatementReader
{
    private readonly LoopReader _loops;

    public StatementReader(ExpressionReader expressions) => (Expressions, _loops) = (expressions, new(this));

    public ExpressionReader Expressions { get; }

    /// <summary>The value that statements return.</summary>
    /// <param name="next">The first one that is still to be read.</param>
    public Value Run(IReadOnlyList<IOperation> statements, int next, State locals)
    {
        for (; next < statements.Count; next++)
        {
            switch (statements[next])
            {
                case IReturnOperation { ReturnedValue: { } value }:
                    return Expressions.Read(value, locals);
                case IBlockOperation block when Returns(block):
                    return Run([.. block.Operations, .. statements.Skip(next + 1)], 0, locals);
                case IConditionalOperation choice when Returns(choice):
                    var rest = statements.Skip(next + 1).ToList();
                    return ExpressionReader.Decide(
                        Expressions.Condition(choice.Condition, locals),
                        () => Run([choice.WhenTrue, .. rest], 0, locals),
                        () => Run(choice.WhenFalse is null ? [.. rest] : [choice.WhenFalse, .. rest], 0, locals),
                        choice.Syntax);
                default:
                    locals = Execute(statements[next], locals);
                    break;
            }
        }

        // The compiler demands a return at the end of every path, so a body without one is wrong for it too.
        throw new RejectedException();
    }

    /// <summary>What variables are worth behind a statement that returns nothing.</summary>
    public State Execute(IOperation statement, State locals) => statement switch
    {
        IVariableDeclarationGroupOperation group => group.Declarations.SelectMany(declaration => declaration.Declarators)
            .Aggregate(locals, Declare),
        IExpressionStatementOperation expression => Execute(expression.Operation, locals),
        ISimpleAssignmentOperation { IsRef: false } assignment => Assign(assignment.Target, Expressions.Read(assignment.Value, locals), locals),
        ICompoundAssignmentOperation assignment => Assign(
            assignment.Target,
            ExpressionReader.Combine(
                assignment.OperatorKind, Expressions.Read(assignment.Target, locals), Expressions.Read(assignment.Value, locals), assignment),
            locals),
        IIncrementOrDecrementOperation step => Assign(
            step.Target,
            ExpressionReader.Combine(
                step.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract,
                Expressions.Read(step.Target, locals),
                new Value.Whole(1),
                step),
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

    /// <summary>What variables are worth behind two branches.</summary>
    private State Execute(IConditionalOperation choice, State locals)
    {
        var condition = Expressions.Condition(choice.Condition, locals);
        if (condition is Calculus.Condition.Known { Holds: var holds })
            return holds ? Execute(choice.WhenTrue, locals) : Otherwise();
        var (then, otherwise) = (Execute(choice.WhenTrue, locals), Otherwise());

        // Also those that were declared without a value before, and have one in either branch.
        return then.Keys.Where(otherwise.ContainsKey).Aggregate(locals, (state, symbol) => Equals(then[symbol], otherwise[symbol])
            ? state.SetItem(symbol, then[symbol])
            : state.SetItem(symbol, ExpressionReader.Select(condition, then[symbol], otherwise[symbol], choice.Syntax)));

        State Otherwise() => choice.WhenFalse is null ? locals : Execute(choice.WhenFalse, locals);
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

    private static bool Returns(IOperation statement) => statement.Descendants().Any(inner => inner is IReturnOperation) || statement is IReturnOperation;
}
