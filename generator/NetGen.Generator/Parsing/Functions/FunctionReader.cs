using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Generator.Calculus;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>
/// Reads a static method into an expression. What it calls is read the same way, in its place; nothing is left to call.
/// </summary>
internal sealed class FunctionReader
{
    private const int DeepestCalls = 32;
    private const int SizePerStep = 16;

    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellationToken;
    private readonly IMethodSymbol _function;
    private readonly StatementReader _statements;
    private readonly Stack<IMethodSymbol> _calls = new();
    private readonly Dictionary<IMethodSymbol, IBlockOperation?> _bodies = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, IReadOnlyDictionary<int, IMethodSymbol>> _derivatives = new(SymbolEqualityComparer.Default);

    /// <param name="precision">Of the code that computes the function.</param>
    public FunctionReader(IMethodSymbol function, Precision precision, Compilation compilation, CancellationToken cancellationToken)
    {
        (_function, _compilation, _cancellationToken) = (function, compilation, cancellationToken);
        Budget = new(cancellationToken);
        Narrowing = new(function, precision);
        _statements = new(new ExpressionReader(this));
    }

    public ReadingBudget Budget { get; }

    public FormulaSize Size { get; } = new();

    public Narrowing Narrowing { get; }

    /// <summary>The function's value.</summary>
    /// <param name="arguments">The values of its parameters.</param>
    /// <exception cref="UnreadableException">Something in it cannot be differentiated.</exception>
    /// <exception cref="RejectedException">The compiler rejects it.</exception>
    public Value Read(IReadOnlyList<Value> arguments) => Evaluate(_function, arguments, Syntax(_function)!);

    /// <summary>The value of a method that is called.</summary>
    /// <param name="arguments">The values of its parameters.</param>
    /// <param name="place">Where it is called, for what is wrong with the call.</param>
    /// <exception cref="UnreadableException">Something in it cannot be differentiated.</exception>
    /// <exception cref="RejectedException">The compiler rejects it.</exception>
    public Value Call(IMethodSymbol method, IReadOnlyList<Value> arguments, SyntaxNode place)
    {
        using var call = Budget.Repeat(place);
        return Evaluate(method, arguments, place);
    }

    /// <summary>A number, in the form that keeps its digits.</summary>
    /// <param name="syntax">What it comes from.</param>
    /// <exception cref="UnreadableException">It is too large.</exception>
    public Expr Checked(Expr value, SyntaxNode syntax)
    {
        var known = Idioms.Recognise(value);
        Size.Check(known, syntax);
        Budget.Spend(known.Size / SizePerStep, syntax);
        return known;
    }

    /// <summary>Where a member is declared; null outside of the project.</summary>
    public SyntaxNode? Syntax(ISymbol member) => member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellationToken);

    public IOperation? Operation(SyntaxNode syntax) =>
        _compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax, _cancellationToken);

    private Value Evaluate(IMethodSymbol method, IReadOnlyList<Value> arguments, SyntaxNode place)
    {
        method = method.OriginalDefinition;
        method = method.PartialImplementationPart ?? method;
        if (!_derivatives.TryGetValue(method, out var derivatives))
            _derivatives.Add(method, derivatives = Derivatives.Of(method));

        // A derivative may call its function: s (1 - s) of s = sigmoid(x).
        if (derivatives.Count == 0 || derivatives.Values.Any(IsBeingRead))
            return Read(method, arguments, place);

        // By the parameters whose derivative is given, nothing is derived.
        var detached = arguments.Select((value, parameter) => value is Value.Real real && derivatives.ContainsKey(parameter)
            ? new Value.Real(new Detach(real.Expression))
            : value).ToList();
        var partials = derivatives.OrderBy(pair => pair.Key).Where(pair => arguments[pair.Key] is Value.Real).Select(pair =>
            (((Value.Real)arguments[pair.Key]).Expression, ExpressionReader.Number(Read(pair.Value, arguments, place), place)));
        return new Value.Real(new Given(ExpressionReader.Number(Read(method, detached, place), place), [.. partials]));
    }

    private Value Read(IMethodSymbol method, IReadOnlyList<Value> arguments, SyntaxNode place)
    {
        if (IsBeingRead(method))
            throw new UnreadableException(place, "it calls itself", "write a loop with constant bounds");
        if (_calls.Count > DeepestCalls)
            throw new UnreadableException(place, $"its calls are nested more than {DeepestCalls} deep", "write the innermost formulas where they are called");
        if (!_bodies.TryGetValue(method, out var body))
            _bodies.Add(method, body = Body(method));
        if (body is null)
            throw new UnreadableException(place, "its source is not in this project", "write the formula here, with the methods of Math or MathF");

        _calls.Push(method);
        try
        {
            var locals = method.Parameters.Zip(arguments, (parameter, value) => (parameter, value))
                .Aggregate(Locals.None, (all, pair) => all.SetItem(pair.parameter, pair.value));
            return _statements.Run(body, locals);
        }
        finally
        {
            _calls.Pop();
        }
    }

    private bool IsBeingRead(IMethodSymbol method) => _calls.Contains(method, SymbolEqualityComparer.Default);

    private IBlockOperation? Body(IMethodSymbol method) => Syntax(method) switch
    {
        (MethodDeclarationSyntax or AccessorDeclarationSyntax) and var syntax => Operation(syntax) is IMethodBodyOperation body ? body.BlockBody ?? body.ExpressionBody : null,
        ArrowExpressionClauseSyntax syntax => Operation(syntax) as IBlockOperation,
        _ => null,
    };
}

/// <summary>What parameters and local variables are worth.</summary>
internal static class Locals
{
    public static readonly ImmutableDictionary<ISymbol, Value> None =
        ImmutableDictionary.Create<ISymbol, Value>(SymbolEqualityComparer.Default, ReferenceComparer<Value>.Instance);
}
