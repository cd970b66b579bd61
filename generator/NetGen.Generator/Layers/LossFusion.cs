using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Model;

namespace NetGen.Generator.Layers;

/// <summary>
/// Takes a loss on probabilities together with the activation that makes them, as one formula on the logits, in which
/// a − y is exact and nothing is lost to a logarithm of 0.
/// </summary>
internal static class LossFusion
{
    private static readonly Dictionary<string, (string Activation, string Fused)> Pairs = new(StringComparer.Ordinal)
    {
        ["BinaryCrossEntropy"] = ("Sigmoid", "BinaryCrossEntropyWithLogits"),
        ["CategoricalCrossEntropy"] = ("Softmax", "SoftmaxCrossEntropy"),
        ["KlDivergence"] = ("Softmax", "KlDivergenceWithLogits"),
    };

    /// <summary>The activation that the last layer must have for a loss; null if any will do.</summary>
    public static string? RequiredActivation(FunctionChoice loss) => Pairs.TryGetValue(loss.BuiltIn, out var pair) ? pair.Activation : null;

    public static NetworkModel Fuse(NetworkModel network)
    {
        if (!Pairs.TryGetValue(network.Loss.BuiltIn, out var pair))
            return network;
        var layers = network.Layers.ToList();
        switch (layers[layers.Count - 1])
        {
            case DenseModel dense when dense.Activation == pair.Activation:
                layers[layers.Count - 1] = dense with { Activation = "Identity" };
                break;
            case ActivationModel activation when activation.Activation == pair.Activation:
                layers[layers.Count - 1] = activation with { Activation = "Identity" };
                break;
            default:
                throw new InvalidOperationException($"{network.Loss} needs {pair.Activation} as the last activation.");
        }

        return network with { Layers = layers.ToEquatableArray(), Loss = pair.Fused };
    }
}
