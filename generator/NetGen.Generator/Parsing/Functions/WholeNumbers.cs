using System.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Generator.Calculus;

namespace NetGen.Generator.Parsing;

/// <summary>Whole numbers as C# computes them: they wrap around where they are not checked.</summary>
internal static class WholeNumbers
{
    /// <summary>What an operator makes of two whole numbers; null where it makes none of them.</summary>
    public static Value? Combine(BinaryOperatorKind kind, long left, long right, ITypeSymbol? type, bool isChecked, SyntaxNode syntax)
    {
        if (kind is BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder)
        {
            if (right == 0)
                throw new UnreadableException(syntax, "it divides by 0", "write another divisor");

            // The machine refuses the quotient that is too large, and the remainder beside it, also where nothing is checked.
            isChecked = true;
        }

        return kind switch
        {
            BinaryOperatorKind.Add => Fit((BigInteger)left + right, type, isChecked, syntax),
            BinaryOperatorKind.Subtract => Fit((BigInteger)left - right, type, isChecked, syntax),
            BinaryOperatorKind.Multiply => Fit((BigInteger)left * right, type, isChecked, syntax),
            BinaryOperatorKind.Divide => Fit((BigInteger)left / right, type, isChecked, syntax),
            BinaryOperatorKind.Remainder when right == -1 => Fit(Fit(-(BigInteger)left, type, isChecked, syntax).Number * 0, type, isChecked, syntax),
            BinaryOperatorKind.Remainder => Fit((BigInteger)left % right, type, isChecked, syntax),
            BinaryOperatorKind.GreaterThan => Known(left > right),
            BinaryOperatorKind.GreaterThanOrEqual => Known(left >= right),
            BinaryOperatorKind.LessThan => Known(left < right),
            BinaryOperatorKind.LessThanOrEqual => Known(left <= right),
            BinaryOperatorKind.Equals => Known(left == right),
            BinaryOperatorKind.NotEquals => Known(left != right),
            _ => null,
        };

        static Value.Truth Known(bool holds) => new(new Condition.Known(holds));
    }

    /// <summary>The number as its type holds it.</summary>
    public static Value.Whole Fit(BigInteger number, ITypeSymbol? type, bool isChecked, SyntaxNode syntax)
    {
        var (bits, isSigned) = SizeOf(type)
            ?? throw new UnreadableException(syntax, $"whole numbers of type {type?.ToDisplayString()} are not read", "compute in int or long");
        var count = BigInteger.One << bits;
        var least = isSigned ? -(count >> 1) : BigInteger.Zero;
        var fitted = least + BigInteger.Remainder(BigInteger.Remainder(number - least, count) + count, count);
        if (isChecked && fitted != number)
            throw new UnreadableException(syntax, $"{number} is outside of {type!.ToDisplayString()}, which throws", "compute in long, or in real numbers");
        return new((long)fitted);
    }

    public static bool IsWhole(ITypeSymbol? type) => SizeOf(type) is not null;

    /// <summary>Checks whole numbers that depend on the arguments: they are computed as real ones, which do not wrap around.</summary>
    public static void CheckRange(Expr value, ITypeSymbol? type, SyntaxNode syntax)
    {
        if (SizeOf(type) is var (bits, isSigned) && Largest(value) >= Math.Pow(2, isSigned ? bits - 1 : bits))
            throw new UnreadableException(syntax, $"it may leave the range of {type!.ToDisplayString()}, and wrap around", "compute in real numbers");
    }

    /// <summary>A bound of the absolute value.</summary>
    private static double Largest(Expr value) => value switch
    {
        Number number => Math.Abs(number.Value),
        VectorLength => int.MaxValue,
        Compare => 1,
        Choose choose => Math.Max(Largest(choose.Then), Largest(choose.Otherwise)),
        Sum sum => sum.Terms.Sum(Largest),
        Product product when Array.TrueForAll(product.Factors, factor => factor.Exponent > 0) =>
            product.Factors.Aggregate(Math.Abs(product.Coefficient), (bound, factor) => bound * Math.Pow(Largest(factor.Base), factor.Exponent)),
        Grouped { IsQuotient: false } product => Largest(product.Left) * Largest(product.Right),
        _ => double.PositiveInfinity,
    };

    private static (int Bits, bool IsSigned)? SizeOf(ITypeSymbol? type) => type?.SpecialType switch
    {
        SpecialType.System_SByte => (8, true),
        SpecialType.System_Byte => (8, false),
        SpecialType.System_Int16 => (16, true),
        SpecialType.System_UInt16 or SpecialType.System_Char => (16, false),
        SpecialType.System_Int32 => (32, true),
        SpecialType.System_UInt32 => (32, false),
        SpecialType.System_Int64 => (64, true),
        _ => null,
    };
}
