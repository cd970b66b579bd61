namespace NetGen.Generator.Model;

/// <summary>An activation or a loss: one of the library's, by its name, or one that the user wrote.</summary>
/// <param name="Name">The name in the enumeration, or that of the user's method.</param>
internal sealed record FunctionChoice(string Name)
{
    /// <summary>The user's function; null for one of the library's.</summary>
    public FunctionModel? Own { get; init; }

    public static implicit operator FunctionChoice(string name) => new(name);

    /// <summary>The name in the enumeration; empty for the user's function, whatever that is called.</summary>
    public string BuiltIn => Own is null ? Name : string.Empty;

    public override string ToString() => Name;
}
