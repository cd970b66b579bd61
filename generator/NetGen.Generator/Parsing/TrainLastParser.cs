using System.Globalization;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary><c>TrainLast</c>: freezes the layers with parameters before the last few.</summary>
internal static class TrainLastParser
{
    private const string Name = "TrainLast";

    public static IEnumerable<LayerModel> Apply(ParseContext context, AttributeReader network, IReadOnlyList<LayerModel> layers)
    {
        var last = network.Whole(Name, 0);
        var available = layers.Count(HasParameters);
        if (last < 0 || (last > available && context.IsValid))
        {
            network.Report(
                Descriptors.TrainLastOutOfRange,
                Name,
                last.ToString(CultureInfo.InvariantCulture),
                context.Type.Name,
                available.ToString(CultureInfo.InvariantCulture));
        }

        return last > 0 ? Freeze(layers, available - last) : layers;
    }

    /// <summary>The layers, the first few of those with parameters frozen.</summary>
    private static IEnumerable<LayerModel> Freeze(IReadOnlyList<LayerModel> layers, int count)
    {
        foreach (var layer in layers)
            yield return layer is ActivatedModel activated && HasParameters(layer) && count-- > 0 ? activated with { Trainable = "None" } : layer;
    }

    /// <summary>Whether training can change it.</summary>
    private static bool HasParameters(LayerModel layer) => layer is AffineModel || layer.Learnables.Count > 0;
}
