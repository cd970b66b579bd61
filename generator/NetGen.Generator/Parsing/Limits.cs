namespace NetGen.Generator.Parsing;

/// <summary>The largest network that is compiled. Every offset in the generated code then fits an <c>int</c>.</summary>
internal static class Limits
{
    public const int Inputs = 1 << 20;

    public const int Units = 1 << 14;

    public const int BatchSize = 1 << 16;

    /// <summary>64 Mi parameters: 256 MB in single precision.</summary>
    public const long Parameters = 1L << 26;

    /// <summary>Inputs and units times the batch size, or times the outputs of a Jacobian: 128 Mi.</summary>
    public const long BatchValues = 1L << 27;
}
