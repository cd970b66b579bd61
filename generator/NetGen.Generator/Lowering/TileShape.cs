namespace NetGen.Generator.Lowering;

/// <summary>How far loops are unrolled: the shape of the tiles that kernels are made of.</summary>
/// <param name="Accumulators">Sums that a tile keeps in registers.</param>
/// <param name="Chains">Independent partial sums of one element, that hide the latency of multiply-add.</param>
/// <param name="Rows">Rows (samples, inputs) that a tile computes together.</param>
/// <param name="Steps">Multiply-adds in the body of a loop over a reduced index.</param>
internal sealed record TileShape(int Accumulators, int Chains, int Rows, int Steps)
{
    /// <summary>Measured: eight to sixteen sums in flight, short unrolled loops.</summary>
    public static TileShape Auto { get; } = new(Accumulators: 8, Chains: 4, Rows: 4, Steps: 16);

    /// <summary>Loop bodies as long as a method's budget of some 600 vector multiply-adds allows.</summary>
    public static TileShape Full { get; } = Auto with { Steps = 256 };

    /// <summary>The shortest text: one step a loop.</summary>
    public static TileShape None { get; } = new(Accumulators: 4, Chains: 1, Rows: 1, Steps: 1);
}
