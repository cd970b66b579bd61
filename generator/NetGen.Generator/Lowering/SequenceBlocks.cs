using NetGen.Generator.Model;

namespace NetGen.Generator.Lowering;

/// <summary>Which networks take successive steps in blocks that read and write the first layer's weights once.</summary>
internal static class SequenceBlocks
{
    // Measured: from here on blocks are 1.3 to 4 times as fast as single steps. Longer blocks lose in the products of their
    // samples with each other what they gain in the weights.
    private const int FewestWeights = 4096;
    private const int Length = 16;

    /// <summary>Samples of a block; 0 where steps stay single.</summary>
    public static int LengthFor(NetworkModel network) => network.Training && Gains(network) && IsWhole(network) ? Length : 0;

    /// <summary>There are vectors, rounding is free, and inputs that single steps skip cost less than those of a block.</summary>
    private static bool Gains(NetworkModel network) =>
        network.Target.HasVectors && network.Arithmetic != Arithmetic.Exact && !network.SparseInputs && network.BatchSize >= Length
            && (long)network.Inputs * network.UnitsOf(0) >= FewestWeights;

    /// <summary>Nothing but the samples' gradients changes the first layer between them, and they change all of it.</summary>
    private static bool IsWhole(NetworkModel network) =>
        network.WeightDecay == 0 && network.Layers[0] is AffineModel { Trainable: "All", Learnables.Count: 0 };
}
