namespace NetGen.Numerics;

/// <summary>
/// The operations that the elementary functions are written in, on one number or on the lanes of a vector.
/// Implementations are empty structs, so that the compiler specialises and inlines every call.
/// </summary>
/// <typeparam name="TScalar">The type of one element.</typeparam>
/// <typeparam name="TReal">An element, or a vector of them.</typeparam>
internal interface IArithmetic<TScalar, TReal>
    where TScalar : struct
    where TReal : struct
{
    /// <summary>The value in every lane.</summary>
    TReal Constant(TScalar value);

    /// <summary>The number that has these bits, the low 32 of them in single precision, in every lane.</summary>
    TReal Bits(long bits);

    TReal Add(TReal a, TReal b);

    TReal Subtract(TReal a, TReal b);

    TReal Multiply(TReal a, TReal b);

    TReal Divide(TReal a, TReal b);

    TReal SquareRoot(TReal a);

    /// <summary>a·b + c, rounded once where the hardware has the instruction.</summary>
    TReal MultiplyAdd(TReal a, TReal b, TReal c);

    /// <summary><paramref name="whenTrue"/> where a &lt; b, <paramref name="otherwise"/> elsewhere and where a or b is NaN.</summary>
    TReal SelectLess(TReal a, TReal b, TReal whenTrue, TReal otherwise);

    /// <summary>
    /// Of the bits, which vectors take as integers: compiled on a thread that takes denormals for 0, as audio programs set
    /// theirs, .NET 10 turned a mask of floats that is denormal as a number into an invalid instruction.
    /// </summary>
    TReal And(TReal a, TReal b);

    /// <inheritdoc cref="And"/>
    TReal Or(TReal a, TReal b);

    /// <inheritdoc cref="And"/>
    TReal Xor(TReal a, TReal b);

    /// <summary>The sum of the bit patterns as integers, which wraps around.</summary>
    TReal AddBits(TReal a, TReal b);

    TReal ShiftLeft(TReal a, int count);

    /// <summary>Shifts zeros in from the left.</summary>
    TReal ShiftRight(TReal a, int count);
}
