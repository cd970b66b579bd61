using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Generator.Parsing;

/// <summary>Reads static fields and properties whose value never changes: by their initializers, as the program runs them.</summary>
internal sealed class MemberReader(FunctionReader functions, ExpressionReader expressions)
{
    private readonly Dictionary<ISymbol, Value> _values = new(SymbolEqualityComparer.Default);
    private readonly Stack<ISymbol> _initialized = new();

    public Value Field(IFieldReferenceOperation reference) => reference.Field is { IsStatic: true, IsReadOnly: true } field
        ? Value(field, reference.Syntax)
        : throw new UnreadableException(
            reference.Syntax, "its value may change while the program runs", "make it const or static readonly, or a parameter with [Learnable]");

    /// <summary>A property that only returns what its initializer says; null for another one.</summary>
    public Value? Property(IPropertyReferenceOperation reference)
    {
        if (reference.Property is not { IsStatic: true } property || !IsAutomatic(property))
            return null;
        return property.SetMethod is null
            ? Value(property, reference.Syntax)
            : throw new UnreadableException(reference.Syntax, "its value may change while the program runs", "leave out its setter, or write => and its value");
    }

    private bool IsAutomatic(IPropertySymbol property) =>
        functions.Syntax(property) is PropertyDeclarationSyntax { ExpressionBody: null, AccessorList: { } accessors }
        && accessors.Accessors.All(accessor => accessor is { Body: null, ExpressionBody: null });

    private Value Value(ISymbol member, SyntaxNode place)
    {
        member = member.OriginalDefinition;
        CheckOrder(member, place);
        if (_values.TryGetValue(member, out var known))
            return known;
        if (Assigner(member) is { } assigner)
            throw new UnreadableException(place, $"{assigner} assigns it, which does not run at compile time", "write the number as its initializer");
        if (Initializer(member) is not { } syntax || functions.Operation(syntax) is not ISymbolInitializerOperation { Value: var initializer })
            throw new UnreadableException(place, "its value is not known at compile time", "write a const, or a number as its initializer");
        _initialized.Push(member);
        try
        {
            var value = expressions.Read(initializer, Locals.None);
            _values.Add(member, value);
            return value;
        }
        finally
        {
            _initialized.Pop();
        }
    }

    private EqualsValueClauseSyntax? Initializer(ISymbol member) => functions.Syntax(member) switch
    {
        VariableDeclaratorSyntax declarator => declarator.Initializer,
        PropertyDeclarationSyntax property => property.Initializer,
        _ => null,
    };

    /// <summary>
    /// While a class initializes one member, the later ones are still 0; and which part of a class comes first is not defined.
    /// </summary>
    private void CheckOrder(ISymbol member, SyntaxNode place)
    {
        foreach (var other in _initialized)
        {
            if (SymbolEqualityComparer.Default.Equals(other.ContainingType, member.ContainingType) && !IsBefore(member, other))
            {
                throw new UnreadableException(
                    place, $"it is still 0 when '{other.Name}' is initialized, or may be", "write its declaration before that one, in the same part of the class");
            }
        }
    }

    private bool IsBefore(ISymbol member, ISymbol other) => (functions.Syntax(member), functions.Syntax(other)) is ({ } first, { } second)
        && first.FirstAncestorOrSelf<TypeDeclarationSyntax>() == second.FirstAncestorOrSelf<TypeDeclarationSyntax>()
        && first.SpanStart < second.SpanStart;

    /// <summary>What assigns a member besides its own initializer: its static constructor, or another initializer. Null if nothing does.</summary>
    private string? Assigner(ISymbol member)
    {
        foreach (var other in member.ContainingType.GetMembers().Where(other => other.IsStatic && !SymbolEqualityComparer.Default.Equals(other, member)))
        {
            var code = other is IMethodSymbol { MethodKind: MethodKind.StaticConstructor } ? functions.Syntax(other) : Initializer(other);
            if (code is not null && code.DescendantTokens().Any(token => token.ValueText == member.Name)
                && functions.Operation(code)?.Descendants().Any(operation => IsOf(operation, member) && IsAssigned(operation)) == true)
            {
                return other is IMethodSymbol ? "the static constructor" : $"the initializer of '{other.Name}'";
            }
        }

        return null;
    }

    private static bool IsOf(IOperation operation, ISymbol member) =>
        operation is IMemberReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Member.OriginalDefinition, member);

    private static bool IsAssigned(IOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == reference,
        IIncrementOrDecrementOperation => true,
        IArgumentOperation { Parameter.RefKind: not RefKind.None } => true,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } } => true,
        ITupleOperation tuple => IsAssigned(tuple),
        _ => false,
    };
}
