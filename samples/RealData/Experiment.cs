using NetGen;

namespace Samples;

/// <summary>A data set, a network for it, and how that is trained.</summary>
internal sealed record Experiment
{
    /// <summary>The name in the command line.</summary>
    public required string Name { get; init; }

    /// <summary>What is to be learnt from what.</summary>
    public required string Description { get; init; }

    public required Func<Problem> Load { get; init; }

    /// <summary>Makes the network with random first weights, which the seed decides.</summary>
    public required Func<int, INetwork<float>> CreateNetwork { get; init; }

    public required int BatchSize { get; init; }

    public required int Epochs { get; init; }

    public required double AdamRate { get; init; }

    /// <summary>
    /// The score that the shuffled run must reach: one test row less than the worst seed of <see cref="Reference"/>, or an
    /// RMSE of one more.
    /// </summary>
    public required double Bar { get; init; }

    /// <summary>What others reach with the same network; null if nobody ran it on these data.</summary>
    public Reference? Reference { get; init; }
}
