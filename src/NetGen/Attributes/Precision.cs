using System.Diagnostics.CodeAnalysis;

namespace NetGen;

/// <summary>The arithmetic of a network: the type of its inputs, parameters, outputs and losses.</summary>
[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "The types are what it chooses from.")]
public enum Precision
{
    /// <summary>
    /// 32 bits (<see cref="float"/>), about 7 decimal digits. Twice as many values fit in a vector as in double.
    /// </summary>
    Single,

    /// <summary>64 bits (<see cref="double"/>), about 16 decimal digits.</summary>
    Double,
}
