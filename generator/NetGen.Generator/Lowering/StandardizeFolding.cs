using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Model;

namespace NetGen.Generator.Lowering;

/// <summary>
/// Puts the standardisation of a frozen network's input into the weights of the layers that read it:
/// W (x − mean) · scale + b = W′ x + b′ with W′ᵢⱼ = Wᵢⱼ scaleⱼ and b′ᵢ = bᵢ − Σⱼ W′ᵢⱼ meanⱼ.
/// </summary>
/// <remarks>
/// x − mean cancels exactly where x is near the mean, W′ x + b′ does not: it rounds to |mean · scale| times the unit roundoff of
/// a standardized input, which is why the layer stays where the mean is far from 0.
/// </remarks>
internal static class StandardizeFolding
{
    // In deviations: beyond, more than four of the 24 bits of single precision would go.
    private const double FarthestMean = 16;

    /// <returns>
    /// The network without that layer; itself where a reader is no dense layer, and needs x̂ as it is, or where folding would lose digits.
    /// </returns>
    public static NetworkModel Fold(NetworkModel network)
    {
        if (network.Layers.Count == 0 || network.Layers[0] is not StandardizeModel || !network.Layers.All(IsFoldable))
            return network;
        var layers = network.Layers.Skip(1).Select(Moved).ToEquatableArray();

        // A budget asks before the file is read.
        if (network.Frozen is null)
            return network with { Layers = layers };
        if (!IsWellConditioned(network))
            return network;
        var tensors = new Dictionary<string, FrozenTensor>();
        foreach (var tensor in ParameterModel.Of(network).Where(tensor => tensor.Layer > 0))
            tensors.Add(Renumbered(tensor), network.Frozen.Tensors[tensor.Symbol]);
        for (var index = 1; index < network.Layers.Count; index++)
        {
            if (network.Layers[index] is DenseModel { Source: 0 })
                Fold(network, index, tensors);
        }

        return network with { Layers = layers, Frozen = network.Frozen with { Tensors = tensors } };
    }

    /// <summary>Whether no mean is far from 0, in deviations, and no product with a scale leaves the range of normal numbers.</summary>
    private static bool IsWellConditioned(NetworkModel network)
    {
        var (mean, scale) = (network.Frozen!.Tensors["mean1"].Values, network.Frozen.Tensors["scale1"].Values);
        var (least, most) = network.Precision == Precision.Double ? (2.2250738585072014e-308, double.MaxValue) : (1.17549435e-38, float.MaxValue);
        return mean.Zip(scale, (center, factor) => Math.Abs(center * factor) <= FarthestMean).All(isNear => isNear)
            && Enumerable.Range(1, network.Layers.Count - 1).Where(index => network.Layers[index] is DenseModel { Source: 0 })
                .SelectMany(index => network.Frozen.Tensors[$"W{index + 1}"].Values.Select((weight, place) => (weight, factor: scale[place % scale.Length])))
                .All(pair => pair is { weight: 0 } or { factor: 0 } || (Math.Abs(pair.weight * pair.factor) >= least && Math.Abs(pair.weight * pair.factor) <= most));
    }

    private static bool IsFoldable(LayerModel layer) => layer switch
    {
        StandardizeModel => layer.Visible is null,
        DenseModel => true,
        SkipModel skip => skip.Source != 0 && skip.Other != 0,
        _ => layer.Source != 0,
    };

    private static void Fold(NetworkModel network, int index, Dictionary<string, FrozenTensor> tensors)
    {
        var (mean, scale) = (network.Frozen!.Tensors["mean1"].Values, network.Frozen.Tensors["scale1"].Values);
        var weights = network.Frozen.Tensors[$"W{index + 1}"];
        var bias = network.Frozen.Tensors.TryGetValue($"b{index + 1}", out var present) ? present.Values : new double[network.UnitsOf(index)];

        // In double precision, and rounded once where the code is written.
        double[] scaled = [.. weights.Values.Select((weight, place) => weight * scale[place % weights.Columns])];
        double[] shifted = [.. bias.Select((value, unit) => value - Enumerable.Range(0, weights.Columns).Sum(input => scaled[(unit * weights.Columns) + input] * mean[input]))];
        tensors[$"W{index}"] = weights with { Values = scaled };
        tensors[$"b{index}"] = new(shifted, 1);
    }

    /// <summary>What the equations call the tensor once its layer is one place further up.</summary>
    private static string Renumbered(ParameterModel tensor) => tensor.Learnable is { } learnable
        ? learnable.TensorName(tensor.Layer)
        : (tensor.Kind == "Weight" ? "W" : "b") + tensor.Layer.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static LayerModel Moved(LayerModel layer)
    {
        var source = Math.Max(-1, layer.Source - 1);
        return layer switch
        {
            DenseModel { Source: 0 } dense => dense with { Source = source, Bias = true },
            SkipModel skip => skip with { Source = source, Other = Math.Max(-1, skip.Other - 1) },
            _ => layer with { Source = source },
        };
    }
}
