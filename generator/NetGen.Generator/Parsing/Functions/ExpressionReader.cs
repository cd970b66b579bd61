using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Generator.Calculus;
using NetGen.Generator.Model;
using State = System.Collections.Immutable.ImmutableDictionary<Microsoft.CodeAnalysis.ISymbol, NetGen.Generator.Parsing.Value>;

namespace NetGen.Generator.Parsing;

/// <summary>Reads expressions.</summary>
internal sealed class ExpressionReader(FunctionReader functions)
{
    private const string Methods = "write it with arithmetic and the methods of Math or MathF that have a derivative, such as Exp, Log, Sqrt, Pow, Sin, Tanh, Max or Abs";

    private static readonly HashSet<string> Generated =
        [.. GeneratedMembers.Of("", [], "SoftmaxCrossEntropy", Precision.Single, training: true, jacobian: true).Select(member => member.Name)];

    public Value Read(IOperation operation, State locals)
    {
        if (operation.ConstantValue is { HasValue: true, Value: var constant } && Constant(constant) is { } known)
        {
            foreach (var member in operation.DescendantsAndSelf().OfType<IFieldReferenceOperation>().Where(member => GeneratedPart.IsGenerated(member.Field)))
                throw Later(member.Syntax);
            return known;
        }

        return operation switch
        {
            ILocalReferenceOperation { Local: var local } => locals.TryGetValue(local, out var value)
                ? value
                : throw new UnreadableException(operation.Syntax, "it is declared inside of an expression", "declare it in a statement of its own"),
            IParameterReferenceOperation { Parameter: var parameter } => Parameter(parameter, operation, locals),
            IFieldReferenceOperation field => Field(field),
            IPropertyReferenceOperation property => Property(property, locals),
            IArrayElementReferenceOperation { Indices.Length: 1 } element => Element(element.ArrayReference, element.Indices[0], locals),
            IParenthesizedOperation inner => Read(inner.Operand, locals),
            IConversionOperation conversion => Convert(conversion, locals),
            IUnaryOperation unary => Unary(unary, locals),
            IBinaryOperation binary => Binary(binary, locals),
            IConditionalOperation { WhenFalse: { } otherwise } choice => Decide(
                Condition(choice.Condition, locals), () => Read(choice.WhenTrue, locals), () => Read(otherwise, locals), choice.Syntax),
            ISwitchExpressionOperation choice => Switch(choice, locals),
            IIsPatternOperation test => new Value.Truth(PatternReader.Read(this, test.Pattern, Number(test.Value, locals), ref locals)),
            IInvocationOperation call => Call(call, locals),
            IInvalidOperation => throw Rejected(operation),
            IThrowOperation => throw new UnreadableException(operation.Syntax, "a function is defined everywhere", "return a number, such as float.NaN"),
            _ => throw Unreadable(operation),
        };
    }

    /// <summary>A real number.</summary>
    public Expr Number(IOperation operation, State locals) => Number(Read(operation, locals), operation.Syntax);

    public static Expr Number(Value value, SyntaxNode syntax) => value switch
    {
        Value.Real real => real.Expression,
        Value.Whole whole => whole.Number,
        _ => throw new UnreadableException(syntax, "it is no number that is known at compile time", "compute with the elements of the vector"),
    };

    /// <summary>A decision.</summary>
    public Condition Condition(IOperation operation, State locals) => Read(operation, locals) is Value.Truth truth
        ? truth.Condition
        : throw Unreadable(operation);

    /// <summary>One of two values; where it is known which, the other one is not read.</summary>
    public static Value Decide(Condition condition, Func<Value> then, Func<Value> otherwise, SyntaxNode syntax) =>
        condition is Condition.Known { Holds: var holds } ? (holds ? then() : otherwise()) : Select(condition, then(), otherwise(), syntax);

    public static Value Select(Condition condition, Value then, Value otherwise, SyntaxNode syntax) => (then, otherwise) switch
    {
        (Value.Truth left, Value.Truth right) => new Value.Truth((condition & left.Condition) | (!condition & right.Condition)),
        _ => Real(condition.Select(Number(then, syntax), Number(otherwise, syntax)), syntax),
    };

    /// <summary>What an operator makes of two values.</summary>
    public static Value Combine(BinaryOperatorKind kind, Value left, Value right, IOperation operation) =>
        Combine(kind, left, right, operation.Syntax) switch
        {
            Value.Real when kind is BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder && operation.Type is { } type && !OwnSignature.IsReal(type) =>
                throw new UnreadableException(operation.Syntax, "it divides whole numbers that depend on the arguments", "divide real numbers, such as n / 2f"),
            var value => value,
        };

    private static Value Combine(BinaryOperatorKind kind, Value left, Value right, SyntaxNode syntax) => (left, right) switch
    {
        (Value.Whole a, Value.Whole b) => Whole(kind, a.Number, b.Number, syntax),
        (Value.Running a, Value.Whole b) when kind is BinaryOperatorKind.Add => new Value.Running(checked(a.Offset + (int)b.Number)),
        (Value.Whole a, Value.Running b) when kind is BinaryOperatorKind.Add => new Value.Running(checked(b.Offset + (int)a.Number)),
        (Value.Running a, Value.Whole b) when kind is BinaryOperatorKind.Subtract => new Value.Running(checked(a.Offset - (int)b.Number)),
        (Value.LengthLess a, Value.Whole b) when kind is BinaryOperatorKind.Subtract => new Value.LengthLess(a.Name, checked(a.Rest + (int)b.Number)),
        (Value.Truth a, Value.Truth b) => new Value.Truth(kind switch
        {
            BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And => a.Condition & b.Condition,
            BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or => a.Condition | b.Condition,
            _ => throw new UnreadableException(syntax, "this operator on decisions has no derivative", "write &&, || and !"),
        }),
        _ => Reals(kind, Number(left, syntax), Number(right, syntax), syntax),
    };

    /// <summary>
    /// The compiler's own error is enough; but of a name that is generated later, the compiler will say nothing, for in the end it
    /// is there.
    /// </summary>
    public static Exception Rejected(IOperation operation) =>
        operation.Syntax.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().FirstOrDefault(name => Generated.Contains(name.Identifier.ValueText)) is { } later
            ? Later(later.Parent is MemberAccessExpressionSyntax access && access.Name == later ? access : later)
            : new RejectedException();

    private static UnreadableException Later(SyntaxNode syntax) =>
        new(syntax, "NetGen generates it, when it has read the functions", "write the number itself; a span's Length is known") { IsOfLaterCode = true };

    private static UnreadableException Unreadable(IOperation operation) => new(operation.Syntax, "it has no derivative that is known", Methods);

    private static Value.Real Real(Expr value, SyntaxNode syntax) => new Value.Real(FunctionReader.Checked(value, syntax));

    private static Value? Constant(object? constant) => constant switch
    {
        // The decimal number that was written: in double precision, 0.1f is meant to be 0.1.
        float number => new Value.Real(double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)),
        double number => new Value.Real(number),
        bool truth => new Value.Truth(new Condition.Known(truth)),
        sbyte or byte or short or ushort or int or uint or long => new Value.Whole(System.Convert.ToInt64(constant, CultureInfo.InvariantCulture)),
        _ => null,
    };

    private static Value Parameter(IParameterSymbol parameter, IOperation operation, State locals) => locals.TryGetValue(parameter, out var value)
        ? value
        : throw Unreadable(operation);

    private Value Field(IFieldReferenceOperation reference)
    {
        var field = reference.Field;
        if (!field.IsStatic || !field.IsReadOnly)
            throw new UnreadableException(reference.Syntax, "its value may change while the program runs", "make it const or static readonly, or a parameter with [Learnable]");
        return functions.Initializer(field)
            ?? throw new UnreadableException(reference.Syntax, "its value is not known at compile time", "write a const, or a number as its initializer");
    }

    private Value Property(IPropertyReferenceOperation reference, State locals)
    {
        var property = reference.Property;
        if (property.IsIndexer && reference is { Instance: { } elements, Arguments.Length: 1 })
            return Element(elements, reference.Arguments[0].Value, locals);
        if (property.Name == "Length" && reference.Instance is { } instance && Read(instance, locals) is Value.Vector vector)
            return vector.Length is { } known ? new Value.Whole(known) : new Value.LengthLess(vector.Name, 0);
        if (KnownMethods.Constant(property) is { } constant)
            return new Value.Real(constant);
        return property is { IsStatic: true, GetMethod: { } getter }
            ? functions.Call(getter, [], reference.Syntax)
            : throw Unreadable(reference);
    }

    private Value.Real Element(IOperation vector, IOperation index, State locals)
    {
        if (Read(vector, locals) is not Value.Vector { Name: var name, Length: var length })
            throw Unreadable(vector);
        return Read(index, locals) switch
        {
            Value.Running running => new Value.Real(new Element(name, running.Offset, isRunning: true)),
            Value.Whole { Number: var place } when place >= 0 && place < (length ?? int.MaxValue) => new Value.Real(new Element(name, (int)place, isRunning: false)),
            Value.Whole { Number: var place } => throw new UnreadableException(
                index.Syntax,
                $"there is no element {place.ToString(CultureInfo.InvariantCulture)}",
                length is null ? "write an index from 0" : $"write an index from 0 to {(length.Value - 1).ToString(CultureInfo.InvariantCulture)}"),
            _ => throw new UnreadableException(index.Syntax, "the index is not known at compile time", "write a constant, or the counter of a loop with constant bounds"),
        };
    }

    private Value Convert(IConversionOperation conversion, State locals)
    {
        var value = Read(conversion.Operand, locals);
        return (value, conversion.Type?.SpecialType) switch
        {
            (Value.Real or Value.Whole, SpecialType.System_Single or SpecialType.System_Double) => new Value.Real(Number(value, conversion.Syntax)),
            (Value.Whole or Value.Running or Value.LengthLess, SpecialType.System_Int32 or SpecialType.System_Int64) => value,
            (Value.Real, SpecialType.System_Int32 or SpecialType.System_Int64) => throw new UnreadableException(
                conversion.Syntax, "a whole number has no derivative", "write MathF.Truncate, whose derivative is 0"),
            (Value.Vector, _) => value,
            (_, _) when conversion.Conversion.IsIdentity => value,
            _ => throw Unreadable(conversion),
        };
    }

    private Value Unary(IUnaryOperation unary, State locals)
    {
        var operand = Read(unary.Operand, locals);
        return (unary.OperatorKind, operand) switch
        {
            (UnaryOperatorKind.Plus, _) => operand,
            (UnaryOperatorKind.Minus, Value.Whole whole) => new Value.Whole(-whole.Number),
            (UnaryOperatorKind.Minus, Value.Real real) => Real(-real.Expression, unary.Syntax),
            (UnaryOperatorKind.Not, Value.Truth truth) => new Value.Truth(!truth.Condition),
            _ => throw Unreadable(unary),
        };
    }

    private Value Binary(IBinaryOperation binary, State locals)
    {
        if (binary.OperatorMethod is { } method && method.ContainingType.SpecialType == SpecialType.None && !KnownMethods.IsMathematical(method))
            throw Unreadable(binary);
        var left = Read(binary.LeftOperand, locals);

        // Where the left side decides, the right one may speak of what is not there, such as an element before the first.
        return (binary.OperatorKind, left) switch
        {
            (BinaryOperatorKind.ConditionalAnd, Value.Truth { Condition: Condition.Known { Holds: false } }) => left,
            (BinaryOperatorKind.ConditionalOr, Value.Truth { Condition: Condition.Known { Holds: true } }) => left,
            _ => Combine(binary.OperatorKind, left, Read(binary.RightOperand, locals), binary),
        };
    }

    private static Value Reals(BinaryOperatorKind kind, Expr left, Expr right, SyntaxNode syntax)
    {
        return kind switch
        {
            BinaryOperatorKind.Add => Real(left + right, syntax),
            BinaryOperatorKind.Subtract => Real(left - right, syntax),
            BinaryOperatorKind.Multiply => Real(left * right, syntax),
            BinaryOperatorKind.Divide => Real(left / right, syntax),
            BinaryOperatorKind.Remainder => Real(left - (right * Function.Truncate.Of(left / right)), syntax),
            BinaryOperatorKind.GreaterThan => new Value.Truth(Compare(Comparison.Greater)),
            BinaryOperatorKind.GreaterThanOrEqual => new Value.Truth(Compare(Comparison.GreaterOrEqual)),
            BinaryOperatorKind.LessThan => new Value.Truth(Compare(Comparison.Less)),
            BinaryOperatorKind.LessThanOrEqual => new Value.Truth(Compare(Comparison.LessOrEqual)),
            BinaryOperatorKind.Equals => new Value.Truth(Compare(Comparison.Equal)),
            BinaryOperatorKind.NotEquals => new Value.Truth(!Compare(Comparison.Equal)),
            _ => throw new UnreadableException(syntax, "this operator has no derivative", "write +, -, *, / or %"),
        };

        Condition Compare(Comparison comparison) => Calculus.Condition.Of(comparison, left, right);
    }

    private static Value Whole(BinaryOperatorKind kind, long left, long right, SyntaxNode syntax)
    {
        if (kind is BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder && right == 0)
            throw new UnreadableException(syntax, "it divides by 0", "write another divisor");
        return kind switch
        {
            BinaryOperatorKind.Add => new Value.Whole(left + right),
            BinaryOperatorKind.Subtract => new Value.Whole(left - right),
            BinaryOperatorKind.Multiply => new Value.Whole(left * right),
            BinaryOperatorKind.Divide => new Value.Whole(left / right),
            BinaryOperatorKind.Remainder => new Value.Whole(left % right),
            _ => Reals(kind, left, right, syntax),
        };
    }

    private Value Switch(ISwitchExpressionOperation choice, State locals)
    {
        var value = Number(choice.Value, locals);
        return From(0);

        Value From(int arm)
        {
            if (arm == choice.Arms.Length)
                throw new UnreadableException(choice.Syntax, "it has no value where no arm fits", "end it with _ => …");
            var state = locals;
            var condition = PatternReader.Read(this, choice.Arms[arm].Pattern, value, ref state);
            if (choice.Arms[arm].Guard is { } guard)
                condition &= Condition(guard, state);
            return condition is Condition.Known { Holds: true }
                ? Read(choice.Arms[arm].Value, state)
                : Decide(condition, () => Read(choice.Arms[arm].Value, state), () => From(arm + 1), choice.Syntax);
        }
    }

    private Value Call(IInvocationOperation call, State locals)
    {
        var method = call.TargetMethod;
        var arguments = new Value[method.Parameters.Length];
        foreach (var argument in call.Arguments)
        {
            if (argument is not { Parameter: { RefKind: RefKind.None, IsParams: false } parameter })
                throw Unreadable(call);
            arguments[parameter.Ordinal] = Read(argument.Value, locals);
        }

        if (KnownMethods.IsMathematical(method))
        {
            var known = KnownMethods.Find(method) ?? throw Unreadable(call);
            return Real(known([.. arguments.Select(argument => Number(argument, call.Syntax))]), call.Syntax);
        }

        return method is { IsStatic: true, ReturnsVoid: false, MethodKind: MethodKind.Ordinary }
            ? functions.Call(method, arguments, call.Syntax)
            : throw Unreadable(call);
    }
}
