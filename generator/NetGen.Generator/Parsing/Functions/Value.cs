using NetGen.Generator.Calculus;

namespace NetGen.Generator.Parsing;

/// <summary>What an operation in a user's function is worth, before anything is computed.</summary>
internal abstract record Value
{
    /// <summary>Whether two values are equal. Formulas of different sizes are not, and then nothing else of them is looked at.</summary>
    public bool IsSame(Value other) =>
        ReferenceEquals(this, other) || ((this as Real)?.Expression.Size == (other as Real)?.Expression.Size && Equals(other));

    /// <summary>A number that depends on the arguments.</summary>
    public sealed record Real(Expr Expression) : Value;

    /// <summary>A whole number that is known: a counter, an index, a length.</summary>
    public sealed record Whole(long Number) : Value;

    /// <summary>The running index of a sum, plus an offset.</summary>
    public sealed record Running(int Offset) : Value;

    /// <summary>A decision.</summary>
    public sealed record Truth(Condition Condition) : Value;

    /// <summary>A span or an array that the function takes.</summary>
    /// <param name="Length">How many elements it has; null where that is known at run time only.</param>
    public sealed record Vector(string Name, int? Length) : Value;

    /// <summary>The length of a vector, less a number, where it is known at run time only.</summary>
    public sealed record LengthLess(string Name, int Rest) : Value;
}
