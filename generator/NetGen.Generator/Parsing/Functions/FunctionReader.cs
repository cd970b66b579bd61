using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Generator.Calculus;

namespace NetGen.Generator.Parsing;

/// <summary>
/// Reads static methods into expressions. What they call is read the same way, in its place; nothing is left to call.
/// </summary>
internal sealed class FunctionReader
{
    // Far above any function that is worth writing; below what would hold the compiler up.
    private const int LargestSize = 4000;
    private const int LargestExponent = 64;
    private const int DeepestCalls = 32;

    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellationToken;
    private readonly StatementReader _statements;
    private readonly Stack<IMethodSymbol> _calls = new();

    public FunctionReader(Compilation compilation, CancellationToken cancellationToken)
    {
        (_compilation, _cancellationToken) = (compilation, cancellationToken);
        _statements = new(new ExpressionReader(this));
    }

    /// <summary>A method's value.</summary>
    /// <param name="arguments">The values of its parameters.</param>
    /// <param name="place">Where it is called, for what is wrong with the call.</param>
    /// <exception cref="UnreadableException">Something in it cannot be differentiated.</exception>
    /// <exception cref="RejectedException">The compiler rejects it.</exception>
    public Value Call(IMethodSymbol method, IReadOnlyList<Value> arguments, SyntaxNode place)
    {
        method = method.OriginalDefinition;
        method = method.PartialImplementationPart ?? method;
        var derivatives = Derivatives.Of(method);

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

    /// <summary>The value of a field's initializer; null where it has none in the project.</summary>
    public Value? Initializer(IFieldSymbol field)
    {
        if (field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellationToken) is not VariableDeclaratorSyntax { Initializer: { } syntax })
            return null;
        return Operation(syntax) is ISymbolInitializerOperation { Value: var value } ? _statements.Expressions.Read(value, Locals.None) : null;
    }

    /// <summary>A number, in the form that keeps its digits.</summary>
    /// <param name="syntax">What it comes from.</param>
    public static Expr Checked(Expr value, SyntaxNode syntax)
    {
        var known = Idioms.Recognise(value);
        return known.Size <= LargestSize && !(known is Product product && Array.Exists(product.Factors, factor => Math.Abs(factor.Exponent) > LargestExponent))
            ? known
            : throw new UnreadableException(syntax, "it has become a formula too large to be differentiated", "divide the function, or shorten its loops");
    }

    private Value Read(IMethodSymbol method, IReadOnlyList<Value> arguments, SyntaxNode place)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (IsBeingRead(method) || _calls.Count > DeepestCalls)
            throw new UnreadableException(place, "it calls itself", "write a loop with constant bounds");
        var body = Body(method)
            ?? throw new UnreadableException(place, "its source is not in this project", "write the formula here, with the methods of Math or MathF");

        _calls.Push(method);
        try
        {
            var locals = method.Parameters.Zip(arguments, (parameter, value) => (parameter, value))
                .Aggregate(Locals.None, (all, pair) => all.SetItem(pair.parameter, pair.value));
            return _statements.Run(body.Operations, 0, locals);
        }
        finally
        {
            _calls.Pop();
        }
    }

    private bool IsBeingRead(IMethodSymbol method) => _calls.Contains(method, SymbolEqualityComparer.Default);

    private IBlockOperation? Body(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellationToken) switch
        {
            (MethodDeclarationSyntax or AccessorDeclarationSyntax) and var syntax => Operation(syntax) is IMethodBodyOperation body ? body.BlockBody ?? body.ExpressionBody : null,
            ArrowExpressionClauseSyntax syntax => Operation(syntax) as IBlockOperation,
            _ => null,
        };

    private IOperation? Operation(SyntaxNode syntax) =>
        _compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax, _cancellationToken);
}

/// <summary>What parameters and local variables are worth.</summary>
internal static class Locals
{
    public static readonly ImmutableDictionary<ISymbol, Value> None = ImmutableDictionary.Create<ISymbol, Value>(SymbolEqualityComparer.Default);
}
