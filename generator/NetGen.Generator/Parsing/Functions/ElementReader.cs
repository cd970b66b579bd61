using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Generator.Calculus;
using State = System.Collections.Immutable.ImmutableDictionary<Microsoft.CodeAnalysis.ISymbol, NetGen.Generator.Parsing.Value>;

namespace NetGen.Generator.Parsing;

/// <summary>Reads elements of vectors: <c>x[0]</c>, <c>x[i + 1]</c>, <c>x[^1]</c>, <c>x[x.Length - 1]</c>.</summary>
internal sealed class ElementReader(ExpressionReader expressions)
{
    public Value.Real Read(IOperation vector, IOperation index, State locals)
    {
        if (expressions.Read(vector, locals) is not Value.Vector { Name: var name, Length: var length })
            throw ExpressionReader.Unreadable(vector);
        if (index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } fromEnd && expressions.Read(fromEnd.Operand, locals) is Value.Whole back)
            return length is null ? FromEnd(name, back.Number, index) : At(name, length, length.Value - back.Number, index);
        return expressions.Read(index, locals) switch
        {
            Value.Running running => new(new Element(name, running.Offset, isRunning: true)),
            Value.Whole { Number: var place } => At(name, length, place, index),
            Value.LengthLess less when less.Name == name => FromEnd(name, less.Rest, index),
            _ => throw new UnreadableException(
                index.Syntax, "the index is not known at compile time", "write a constant, or the counter of a loop with constant bounds"),
        };
    }

    private static Value.Real At(string name, int? length, long place, IOperation index) => place >= 0 && place < (length ?? int.MaxValue)
        ? new(new Element(name, (int)place, isRunning: false))
        : throw new UnreadableException(
            index.Syntax,
            $"there is no element {place.ToString(CultureInfo.InvariantCulture)}",
            length is null ? "write an index from 0" : $"write an index from 0 to {(length.Value - 1).ToString(CultureInfo.InvariantCulture)}");

    /// <summary>An element of a vector whose length is known at run time only.</summary>
    private static Value.Real FromEnd(string name, long back, IOperation index) => back is > 0 and < int.MaxValue
        ? new(new Element(name, -(int)back, isRunning: false))
        : throw new UnreadableException(index.Syntax, "there is no such element", "write an index from ^1, the last one");
}
