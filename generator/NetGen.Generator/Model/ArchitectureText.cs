using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NetGen.Generator.Calculus;

namespace NetGen.Generator.Model;

/// <summary>What a network is, in one line: identifies the shape of the parameters and what is computed with them.</summary>
internal static class ArchitectureText
{
    public static string Of(NetworkModel network) =>
        $"{Number(network.Inputs)} -> {string.Join(" -> ", network.Layers.Select(Of))} : {network.Loss}";

    public static string Of(LayerModel layer) => layer switch
    {
        DenseModel dense => $"Dense({string.Join(", ", Arguments(dense).Prepend(Number(dense.Units)))})",
        ResidualModel residual => $"Residual({string.Join(", ", Arguments(residual))})",
        ActivationModel activation => $"{activation.Activation}{Alpha(activation.Alpha)}",
        StandardizeModel => "Standardize",
        SkipModel skip => $"Skip({(skip.Other < 0 ? "input" : "layer " + Number(skip.Other + 1))})",
        _ => throw new InvalidOperationException($"No name for {layer.GetType().Name}."),
    };

    private static IEnumerable<string> Arguments(AffineModel layer)
    {
        if (!ActivationTable.IsIdentity(layer.Activation.BuiltIn))
            yield return layer.Activation.Name + Alpha(layer.Alpha);
        if (!layer.Bias)
            yield return "no bias";
        if (layer.Trainable != "All")
            yield return "trainable: " + layer.Trainable.ToLowerInvariant();
    }

    private static string Alpha(double alpha) =>
        double.IsNaN(alpha) ? string.Empty : $" {alpha.ToString("R", CultureInfo.InvariantCulture)}";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
