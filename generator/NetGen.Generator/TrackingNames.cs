namespace NetGen.Generator;

/// <summary>Names of the generator's incremental steps, by which tests see what was computed again.</summary>
internal static class TrackingNames
{
    /// <summary>Whether the generator reports diagnostics itself.</summary>
    public const string Reports = nameof(Reports);

    /// <summary>A class with [Network] as the parser read it.</summary>
    public const string Parse = nameof(Parse);

    /// <summary>What the file is made from, but for weights.</summary>
    public const string Network = nameof(Network);

    /// <summary>A weight file of the project.</summary>
    public const string Weights = nameof(Weights);

    /// <summary>A network with the weights that it asks for.</summary>
    public const string Bound = nameof(Bound);

    /// <summary>A method with [Gradient] as the parser read it.</summary>
    public const string ParseGradient = nameof(ParseGradient);

    /// <summary>What its file is made from.</summary>
    public const string Gradient = nameof(Gradient);
}
