using System.Globalization;
using System.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Generator.Calculus;
using NetGen.Generator.Model;
using State = System.Collections.Immutable.ImmutableDictionary<Microsoft.CodeAnalysis.ISymbol, NetGen.Generator.Parsing.Value>;

namespace NetGen.Generator.Parsing;

/// <summary>Reads expressions.</summary>
internal sealed class ExpressionReader
{
    private const int SelectionPerStep = 200;

    private const string Methods = "write it with arithmetic and the methods of Math or MathF that have a derivative, such as Exp, Log, Sqrt, Pow, Sin, Tanh, Max or Abs";

    private static readonly HashSet<string> Generated =
        [.. GeneratedMembers.Of("", [], "SoftmaxCrossEntropy", Precision.Single, training: true, jacobian: true).Select(member => member.Name)];

    private readonly FunctionReader _functions;
    private readonly MemberReader _members;
    private readonly ElementReader _elements;

    public ExpressionReader(FunctionReader functions)
    {
        _functions = functions;
        (_members, _elements) = (new(functions, this), new(this));
    }

    public ReadingBudget Budget => _functions.Budget;

    public Value Read(IOperation operation, State locals)
    {
        using var level = Budget.Enter(operation.Syntax);
        return _functions.Narrowing.Apply(ReadAsItIs(operation, locals), operation.Type);
    }

    private Value ReadAsItIs(IOperation operation, State locals)
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
            IFieldReferenceOperation field => _members.Field(field),
            IPropertyReferenceOperation property => Property(property, locals),
            IArrayElementReferenceOperation { Indices.Length: 1 } element => _elements.Read(element.ArrayReference, element.Indices[0], locals),
            IImplicitIndexerReferenceOperation { Argument.Type.Name: "Index" } element => _elements.Read(element.Instance, element.Argument, locals),
            IParenthesizedOperation inner => Read(inner.Operand, locals),
            IConversionOperation conversion => Convert(conversion, locals),
            IUnaryOperation unary => Unary(unary, locals),
            IBinaryOperation binary => Binary(binary, locals),
            IConditionalOperation choice => Conditional(choice, locals),
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
        Value.LengthLess less => new VectorLength(less.Name) - less.Rest,
        Value.Running => throw new UnreadableException(
            syntax, "the counter of a loop over a vector whose length is not known at compile time is no number", "use it as an index alone"),
        _ => throw new UnreadableException(syntax, "it is no number that is known at compile time", "compute with the elements of the vector"),
    };

    /// <summary>A decision.</summary>
    public Condition Condition(IOperation operation, State locals) => Read(operation, locals) is Value.Truth truth
        ? truth.Condition
        : throw Unreadable(operation);

    /// <summary>One of two values; where it is known which, the other one is not read.</summary>
    public Value Decide(Condition condition, Func<Value> then, Func<Value> otherwise, SyntaxNode syntax) =>
        condition is Condition.Known { Holds: var holds } ? (holds ? then() : otherwise()) : Select(condition, then(), otherwise(), syntax);

    public Value Select(Condition condition, Value then, Value otherwise, SyntaxNode syntax)
    {
        if ((then, otherwise) is (Value.Truth left, Value.Truth right))
            return Truth((condition & left.Condition) | (!condition & right.Condition), syntax);
        var (first, second) = (Number(then, syntax), Number(otherwise, syntax));
        Budget.Spend(_functions.Size.CheckSelection(condition, first, second, syntax) / SelectionPerStep, syntax);
        return Real(condition.Select(first, second), syntax);
    }

    /// <summary>What an operator makes of two values.</summary>
    /// <param name="type">The type that it computes in.</param>
    /// <param name="isChecked">Whether whole numbers must not leave that type.</param>
    public Value Combine(BinaryOperatorKind kind, Value left, Value right, ITypeSymbol? type, bool isChecked, SyntaxNode syntax) =>
        _functions.Narrowing.Apply(CombineAsItIs(kind, left, right, type, isChecked, syntax), type);

    private Value CombineAsItIs(BinaryOperatorKind kind, Value left, Value right, ITypeSymbol? type, bool isChecked, SyntaxNode syntax) => (left, right) switch
    {
        (Value.Whole a, Value.Whole b) when WholeNumbers.Combine(kind, a.Number, b.Number, type, isChecked, syntax) is { } whole => whole,
        (Value.Running a, Value.Whole b) when kind is BinaryOperatorKind.Add => new Value.Running(Offset(a.Offset, b.Number, syntax)),
        (Value.Whole a, Value.Running b) when kind is BinaryOperatorKind.Add => new Value.Running(Offset(b.Offset, a.Number, syntax)),
        (Value.Running a, Value.Whole b) when kind is BinaryOperatorKind.Subtract => new Value.Running(Offset(a.Offset, -b.Number, syntax)),
        (Value.LengthLess a, Value.Whole b) when kind is BinaryOperatorKind.Subtract => new Value.LengthLess(a.Name, Offset(a.Rest, b.Number, syntax)),
        (Value.LengthLess a, Value.Whole b) when kind is BinaryOperatorKind.Add => new Value.LengthLess(a.Name, Offset(a.Rest, -b.Number, syntax)),
        (Value.Whole a, Value.LengthLess b) when kind is BinaryOperatorKind.Add => new Value.LengthLess(b.Name, Offset(b.Rest, -a.Number, syntax)),
        (Value.Truth a, Value.Truth b) => Truth(
            kind switch
            {
                BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And => a.Condition & b.Condition,
                BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or => a.Condition | b.Condition,
                _ => throw new UnreadableException(syntax, "this operator on decisions has no derivative", "write &&, || and !"),
            },
            syntax),
        _ => Reals(kind, Number(left, syntax), Number(right, syntax), type, syntax),
    };

    /// <summary>The place of an element, which no vector has beyond a number of 31 bits.</summary>
    private static int Offset(int offset, long step, SyntaxNode syntax)
    {
        const int farthest = 1 << 30;
        return Math.Abs(step) <= farthest && Math.Abs(offset + step) <= farthest
            ? (int)(offset + step)
            : throw new UnreadableException(syntax, "no vector is as long", "write a smaller number");
    }

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

    public static UnreadableException Unreadable(IOperation operation) => new(operation.Syntax, "it has no derivative that is known", Methods);

    private Value.Real Real(Expr value, SyntaxNode syntax) => new(_functions.Checked(value, syntax));

    public Value.Truth Truth(Condition condition, SyntaxNode syntax)
    {
        _functions.Size.Check(condition, syntax);
        return new(condition);
    }

    private Value? Constant(object? constant) => constant switch
    {
        float number => new Value.Real(_functions.Narrowing.Constant(number)),
        double number => new Value.Real(number),
        bool truth => new Value.Truth(new Condition.Known(truth)),
        char letter => new Value.Whole(letter),
        sbyte or byte or short or ushort or int or uint or long => new Value.Whole(System.Convert.ToInt64(constant, CultureInfo.InvariantCulture)),
        _ => null,
    };

    private static Value Parameter(IParameterSymbol parameter, IOperation operation, State locals) => locals.TryGetValue(parameter, out var value)
        ? value
        : throw Unreadable(operation);

    private Value Property(IPropertyReferenceOperation reference, State locals)
    {
        var property = reference.Property;
        if (property.IsIndexer && reference is { Instance: { } elements, Arguments.Length: 1 })
            return _elements.Read(elements, reference.Arguments[0].Value, locals);
        if (property.Name == "Length" && reference.Instance is { } instance && Read(instance, locals) is Value.Vector vector)
            return vector.Length is { } known ? new Value.Whole(known) : new Value.LengthLess(vector.Name, 0);
        if (KnownMethods.Constant(property) is { } constant)
            return new Value.Real(constant);
        if (_members.Property(reference) is { } value)
            return value;
        return property is { IsStatic: true, GetMethod: { } getter }
            ? _functions.Call(getter, [], reference.Syntax)
            : throw Unreadable(reference);
    }

    private Value Convert(IConversionOperation conversion, State locals)
    {
        var value = Read(conversion.Operand, locals);
        return (value, conversion.Type?.SpecialType) switch
        {
            (Value.Whole whole, SpecialType.System_Single) => new Value.Real(_functions.Narrowing.Convert(whole.Number)),
            (Value.Real or Value.Whole or Value.LengthLess or Value.Running, SpecialType.System_Single or SpecialType.System_Double) =>
                new Value.Real(Number(value, conversion.Syntax)),
            (Value.Running or Value.LengthLess, SpecialType.System_Int32 or SpecialType.System_Int64) => value,
            (Value.Whole integer, _) when WholeNumbers.IsWhole(conversion.Type) =>
                WholeNumbers.Fit(integer.Number, conversion.Type, conversion.IsChecked, conversion.Syntax),
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
            (UnaryOperatorKind.Minus, Value.Whole whole) => WholeNumbers.Fit(-(BigInteger)whole.Number, unary.Type, unary.IsChecked, unary.Syntax),
            (UnaryOperatorKind.Minus, Value.Real real) => Real(-real.Expression, unary.Syntax),
            (UnaryOperatorKind.Not, Value.Truth truth) => new Value.Truth(!truth.Condition),
            _ => throw Unreadable(unary),
        };
    }

    /// <summary>A chain of operands leans to the left and is as deep as it is long, so it is read from its first operand on.</summary>
    private Value Binary(IBinaryOperation binary, State locals)
    {
        var chain = new Stack<IBinaryOperation>();
        IOperation first = binary;
        for (; first is IBinaryOperation { ConstantValue.HasValue: false } link; first = link.LeftOperand)
            chain.Push(link);
        return chain.Aggregate(Read(first, locals), (left, link) =>
        {
            Budget.Spend(1, link.Syntax);
            if (link.OperatorMethod is { } method && method.ContainingType.SpecialType == SpecialType.None && !KnownMethods.IsMathematical(method))
                throw Unreadable(link);

            // Where the left side decides, the right one may speak of what is not there, such as an element before the first.
            return (link.OperatorKind, left) switch
            {
                (BinaryOperatorKind.ConditionalAnd, Value.Truth { Condition: Condition.Known { Holds: false } }) => left,
                (BinaryOperatorKind.ConditionalOr, Value.Truth { Condition: Condition.Known { Holds: true } }) => left,
                _ => Combine(link.OperatorKind, left, Read(link.RightOperand, locals), link.Type, link.IsChecked, link.Syntax),
            };
        });
    }

    private Value Reals(BinaryOperatorKind kind, Expr left, Expr right, ITypeSymbol? type, SyntaxNode syntax)
    {
        if (kind is BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder && WholeNumbers.IsWhole(type))
            throw new UnreadableException(syntax, "it divides whole numbers that depend on the arguments", "divide real numbers, such as n / 2f");
        var value = Reals(kind, left, right, syntax);
        if (value is Value.Real real)
            WholeNumbers.CheckRange(real.Expression, type, syntax);
        return value;
    }

    private Value Reals(BinaryOperatorKind kind, Expr left, Expr right, SyntaxNode syntax)
    {
        return kind switch
        {
            BinaryOperatorKind.Add => Real(left + right, syntax),
            BinaryOperatorKind.Subtract => Real(left - right, syntax),
            BinaryOperatorKind.Multiply => Real(Grouped.Times(left, right), syntax),
            BinaryOperatorKind.Divide => Real(Grouped.Over(left, right), syntax),
            BinaryOperatorKind.Remainder => Real(Function.Remainder.Of(left, right), syntax),
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

    /// <summary>Choices in the last place of choices are as deep as there are of them, so they are read one after the other.</summary>
    private Value Conditional(IConditionalOperation choice, State locals)
    {
        var cases = new List<(Condition Condition, Value Then, SyntaxNode Syntax)>();
        for (IOperation? rest = choice; ;)
        {
            if (rest is not IConditionalOperation { WhenFalse: { } otherwise, ConstantValue.HasValue: false } next)
                return Choose(cases, Read(rest, locals));
            Budget.Spend(1, next.Syntax);
            var condition = Condition(next.Condition, locals);
            if (condition is Condition.Known { Holds: true })
                return Choose(cases, Read(next.WhenTrue, locals));
            if (condition is not Calculus.Condition.Known)
                cases.Add((condition, Read(next.WhenTrue, locals), next.Syntax));
            FormulaSize.CheckCases(cases.Count, choice.Syntax);
            rest = otherwise;
        }
    }

    /// <summary>The value of the first case whose condition holds.</summary>
    public Value Choose(IEnumerable<(Condition Condition, Value Then, SyntaxNode Syntax)> cases, Value otherwise) =>
        cases.Reverse().Aggregate(otherwise, (rest, next) => Select(next.Condition, next.Then, rest, next.Syntax));

    private Value Switch(ISwitchExpressionOperation choice, State locals)
    {
        var value = Number(choice.Value, locals);
        var cases = new List<(Condition Condition, Value Then, SyntaxNode Syntax)>();
        foreach (var arm in choice.Arms)
        {
            var state = locals;
            var condition = PatternReader.Read(this, arm.Pattern, value, ref state);
            if (arm.Guard is { } guard)
                condition &= Condition(guard, state);
            if (condition is Condition.Known { Holds: true })
                return Choose(cases, Read(arm.Value, state));
            if (condition is not Calculus.Condition.Known)
                cases.Add((condition, Read(arm.Value, state), choice.Syntax));
            FormulaSize.CheckCases(cases.Count, choice.Syntax);
        }

        throw new UnreadableException(choice.Syntax, "it has no value where no arm fits", "end it with _ => …");
    }

    private Value Call(IInvocationOperation call, State locals)
    {
        var method = call.TargetMethod;
        var arguments = new Value[method.Parameters.Length];
        foreach (var argument in call.Arguments)
        {
            if (argument is { Parameter.RefKind: not RefKind.None })
            {
                throw new UnreadableException(
                    argument.Syntax, $"'{argument.Parameter.Name}' is passed by reference", "pass it by value, and return what the method computes");
            }

            if (argument is not { Parameter: { IsParams: false } parameter })
                throw Unreadable(call);
            arguments[parameter.Ordinal] = Read(argument.Value, locals);
        }

        if (KnownMethods.IsMathematical(method))
        {
            var known = KnownMethods.Find(method) ?? throw Unreadable(call);
            Expr[] numbers = [.. arguments.Select(argument => Number(argument, call.Syntax))];
            if (method.Name == "Clamp" && numbers[1] is Number low && numbers[2] is Number high && low.Value > high.Value)
                throw new UnreadableException(call.Syntax, "its lower bound is above the upper one, which throws", "exchange the bounds");
            return Real(known(numbers), call.Syntax);
        }

        return method is { IsStatic: true, ReturnsVoid: false, MethodKind: MethodKind.Ordinary }
            ? _functions.Call(method, arguments, call.Syntax)
            : throw Unreadable(call);
    }
}
