namespace NetGen.Generator.Lowering;

/// <summary>How far loops are unrolled: the shape of the tiles that kernels are made of.</summary>
/// <param name="Accumulators">Sums that a tile keeps in registers.</param>
/// <param name="Chains">Independent partial sums of one element, that hide the latency of multiply-add.</param>
/// <param name="Rows">Rows (samples, inputs) that a tile computes together.</param>
/// <param name="Steps">Multiply-adds in the body of a loop over a reduced index.</param>
internal sealed record TileShape(int Accumulators, int Chains, int Rows, int Steps)
{
    // Eight chains of a single vector of sums shorten the way from input to output, but not the time of one call after another, which
    // overlap; 64-16 gains nothing at 512 bits and takes a tenth to a quarter longer at 256 and 128, where registers are fewer.

    /// <summary>Measured: eight to sixteen sums in flight, short unrolled loops.</summary>
    public static TileShape Auto { get; } = new(Accumulators: 8, Chains: 4, Rows: 4, Steps: 16);

    /// <summary>Loop bodies as long as a method's budget of some 600 vector multiply-adds allows.</summary>
    public static TileShape Full { get; } = Auto with { Steps = 256 };

    /// <summary>The shortest text: one step a loop.</summary>
    public static TileShape None { get; } = new(Accumulators: 4, Chains: 1, Rows: 1, Steps: 1);

    /// <summary>Whether bodies are as long as a method allows.</summary>
    public bool IsFull => Steps >= Full.Steps;

    /// <summary>
    /// Values of a reduced index in the body of a loop, so that what the last whole body leaves, which is text of its own, adds
    /// little: what divides the extent, or half as many.
    /// </summary>
    /// <param name="most">In the text.</param>
    /// <param name="chains">What it must be a multiple of.</param>
    public int StepsFor(int extent, int most, int chains)
    {
        most = Math.Max(chains, most / chains * chains);
        if (!IsFull || extent <= most)
            return most;
        for (var steps = most; steps > most / 2; steps -= chains)
        {
            if (extent % steps == 0)
                return steps;
        }

        return Math.Max(chains, most / 2 / chains * chains);
    }
}
