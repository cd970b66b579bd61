using NetGen.Generator.Model;

namespace NetGen.Generator.Emit;

/// <summary>
/// How an operation's result is rounded. Where .NET Framework or Mono run the code, a value in a register may have more
/// precision than its type (ECMA-335, I.12.1.3), which a cast takes away; exact arithmetic writes it out.
/// </summary>
internal sealed class Rounding
{
    private Rounding(string? type)
    {
        IsExplicit = type is not null;
        Opening = IsExplicit ? $"({type})(" : string.Empty;
        Closing = IsExplicit ? ")" : string.Empty;
    }

    /// <summary>Nothing is promised.</summary>
    public static Rounding AsItComes { get; } = new(null);

    /// <summary>Whether casts are needed; from .NET 8 on, every operation rounds.</summary>
    public bool IsExplicit { get; }

    /// <summary>Stands before an operation whose result is taken in the network's precision.</summary>
    public string Opening { get; }

    public string Closing { get; }

    public static Rounding Of(NetworkModel network) => Of(network, network.Precision);

    /// <param name="network">Says whether every operation rounds.</param>
    /// <param name="precision">Of the operations.</param>
    public static Rounding Of(NetworkModel network, Precision precision) => network.Arithmetic == Arithmetic.Exact && !network.Target.HasVectors
        ? new(GeneratedMembers.Scalar(precision))
        : AsItComes;

    /// <summary>The operation's result in the network's precision.</summary>
    public string Round(string operation) => Opening + operation + Closing;

    /// <summary>Adds to a variable.</summary>
    public string Add(string variable, string term) =>
        IsExplicit ? $"{variable} = {Round($"{variable} + {term}")};" : $"{variable} += {term};";
}
