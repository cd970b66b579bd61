using System.Globalization;
using NetGen.Generator.Lowering;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>What to change in a network that costs too much: a hyperparameter with which it fits, or else the layer that costs most.</summary>
/// <param name="figure">What a network costs of that of which this one costs too much.</param>
/// <param name="limit">What it may cost.</param>
internal sealed class BudgetAdvice(NetworkModel network, Func<NetworkModel, long> figure, long limit)
{
    /// <param name="name">The figure's name.</param>
    public string For(string name)
    {
        if (name == "TrainingBytes" && LargestBatch() is { } batch)
            return $"write BatchSize = {batch.ToString(CultureInfo.InvariantCulture)} or less";
        foreach (var (text, other) in Variants(name))
        {
            if (figure(other) is var value && value <= limit)
                return $"write {text}, with which it is {(name == "CodeBytes" ? "about " : string.Empty)}{ParseContext.Print(value)}";
        }

        var costs = Enumerable.Range(0, network.Layers.Count).Select(layer => OfLayer(name, layer)).ToList();
        var most = costs.IndexOf(costs.Max());
        return $"write fewer units or layers: layer {(most + 1).ToString(CultureInfo.InvariantCulture)}, {Name(network.Layers[most])}, "
            + $"has {(100 * costs[most] / costs.Sum()).ToString(CultureInfo.InvariantCulture)} % of the {What(name)}";
    }

    private IEnumerable<(string Text, NetworkModel Network)> Variants(string name)
    {
        if (name.EndsWith("Bytes", StringComparison.Ordinal) && name != "CodeBytes" && network.Precision == Precision.Double)
            yield return ("Precision = Precision.Single", network with { Precision = Precision.Single });
        if (name != "CodeBytes")
            yield break;
        if (network.Unrolling == Unrolling.Full)
            yield return ("Unrolling = Unrolling.Auto", network with { Unrolling = Unrolling.Auto });
        var shortest = network with { Unrolling = Unrolling.None };
        if (network.Unrolling != Unrolling.None)
            yield return ("Unrolling = Unrolling.None", shortest);
        if (!network.Training)
            yield break;
        yield return ("Training = false", network with { Training = false });
        if (network.Unrolling != Unrolling.None)
            yield return ("Training = false and Unrolling = Unrolling.None", shortest with { Training = false });
    }

    /// <summary>The samples of the largest workspace that fits; null if none does. What a workspace takes is almost a line.</summary>
    private int? LargestBatch()
    {
        var (fits, exceeds) = (Of(1), Of(network.BatchSize));
        if (fits.Bytes > limit)
            return null;
        while (exceeds.Batch - fits.Batch > 1)
        {
            var samples = (limit - fits.Bytes) * (exceeds.Batch - fits.Batch) / (exceeds.Bytes - fits.Bytes);
            var next = Of(fits.Batch + (int)Math.Min(Math.Max(samples, 1), exceeds.Batch - fits.Batch - 1));
            if (next.Bytes <= limit)
                fits = next;
            else
                exceeds = next;
        }

        return fits.Batch;

        (int Batch, long Bytes) Of(int batch) => (batch, figure(network with { BatchSize = batch }));
    }

    /// <summary>What a layer has of what a figure counts, or of what it grows with.</summary>
    private long OfLayer(string name, int layer) => name switch
    {
        "ParameterCount" or "ParameterBytes" => Cost.ParameterCount(network, layer),
        "ForwardMultiplyAdds" or "BackwardMultiplyAdds" => Cost.ForwardMultiplyAdds(network, layer),
        "TrainingBytes" => Cost.ParameterCount(network, layer) + network.UnitsOf(layer),
        _ => network.UnitsOf(layer),
    };

    private static string What(string name) => name switch
    {
        "ParameterCount" or "ParameterBytes" => "parameters",
        "ForwardMultiplyAdds" or "BackwardMultiplyAdds" => "multiply-adds",
        "TrainingBytes" => "parameters and units",
        _ => "units",
    };

    private static string Name(LayerModel layer) => layer switch
    {
        DenseModel dense => $"[Dense({dense.Units.ToString(CultureInfo.InvariantCulture)})]",
        ResidualModel => "[Residual]",
        StandardizeModel => "[Standardize]",
        SkipModel => "[Skip]",
        _ => "[Activation]",
    };
}
