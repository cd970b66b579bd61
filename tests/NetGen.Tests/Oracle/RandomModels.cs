using NetGen.Generator.Model;
using NetGen.Tests.Compiling;

namespace NetGen.Tests.Oracle;

/// <summary>Draws networks that nobody would think of: any width, depth, activation, loss and option.</summary>
internal static class RandomModels
{
    private const int LargestWidth = 40;
    private const int MostLayers = 4;

    private static readonly int[] BatchSizes = [1, 3, 4, 8, 32];

    public static NetworkModel Draw(int seed, int largestWidth = LargestWidth)
    {
        var random = new SeededRandom(seed);
        var loss = Pick(random, Enum.GetValues<Loss>());
        var depth = 1 + random.NextInt32(MostLayers);
        var layers = new List<(int Units, string Activation, bool Bias)>();
        for (var layer = 0; layer < depth; layer++)
        {
            var isLast = layer == depth - 1;
            var activation = isLast && LastActivation(loss) is { } required
                ? required.ToString()
                : Pick(random, Enum.GetNames<Activation>());
            layers.Add((1 + random.NextInt32(largestWidth), activation, Bias: random.NextInt32(4) > 0));
        }

        var model = Models.Chain(1 + random.NextInt32(largestWidth), layers, loss.ToString()) with
        {
            Reduction = Pick(random, ReductionsOf(loss)).ToString(),
            WeightDecay = random.NextInt32(2) * 0.01,
            BatchSize = BatchSizes[random.NextInt32(BatchSizes.Length)],
        };
        model = model.With(Pick(random, Enum.GetValues<Precision>()), Pick(random, Enum.GetValues<Unrolling>()));
        return random.NextInt32(4) > 0 ? model : model.Standardized();
    }

    /// <summary>The activation that the loss asks of the last layer; null if any will do.</summary>
    public static Activation? LastActivation(Loss loss) => loss switch
    {
        Loss.BinaryCrossEntropy => Activation.Sigmoid,
        Loss.CategoricalCrossEntropy or Loss.KlDivergence => Activation.Softmax,
        Loss.SoftmaxCrossEntropy or Loss.BinaryCrossEntropyWithLogits or Loss.KlDivergenceWithLogits => Activation.Identity,
        _ => null,
    };

    /// <summary>A loss with one value per sample has nothing to reduce.</summary>
    public static Reduction[] ReductionsOf(Loss loss) => loss
        is Loss.SoftmaxCrossEntropy or Loss.CategoricalCrossEntropy or Loss.KlDivergence or Loss.KlDivergenceWithLogits
        ? [Reduction.Default]
        : Enum.GetValues<Reduction>();

    /// <summary>Numbers in [−1, 1) that float holds exactly.</summary>
    public static double[] Numbers(SeededRandom random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => (random.NextInt32(2048) - 1024) / 1024.0)];

    /// <summary>Targets in [0, 1), as probabilities are, whose sum is anything.</summary>
    public static double[] Targets(SeededRandom random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => random.NextInt32(1024) / 1024.0)];

    public static int[] Labels(SeededRandom random, int count, int classes) =>
        [.. Enumerable.Range(0, count).Select(_ => random.NextInt32(classes))];

    private static T Pick<T>(SeededRandom random, T[] choices) => choices[random.NextInt32(choices.Length)];
}
