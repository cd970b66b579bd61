using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Model;

namespace NetGen.Generator.Lowering;

/// <summary>
/// Puts the standardisation of a frozen network's input into the weights of the layers that read it:
/// W (x − mean) · scale + b = W′ x + b′ with W′ᵢⱼ = Wᵢⱼ scaleⱼ and b′ᵢ = bᵢ − Σⱼ W′ᵢⱼ meanⱼ.
/// </summary>
internal static class StandardizeFolding
{
    /// <returns>The network without that layer; itself where a reader is no dense layer, and needs x̂ as it is.</returns>
    public static NetworkModel Fold(NetworkModel network)
    {
        if (network.Layers.Count == 0 || network.Layers[0] is not StandardizeModel || !network.Layers.All(IsFoldable))
            return network;
        var layers = network.Layers.Skip(1).Select(Moved).ToEquatableArray();

        // A budget asks before the file is read.
        if (network.Frozen is null)
            return network with { Layers = layers };
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

    private static bool IsFoldable(LayerModel layer) => layer switch
    {
        StandardizeModel or DenseModel => true,
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
