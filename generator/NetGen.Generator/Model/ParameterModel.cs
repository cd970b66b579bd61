using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;

namespace NetGen.Generator.Model;

/// <summary>A parameter tensor of a network.</summary>
/// <param name="Name">What PyTorch's <c>nn.Sequential</c> calls it, such as <c>0.weight</c>: its name in files.</param>
/// <param name="Kind">As in <c>NetGen.ParameterKind</c>.</param>
/// <param name="Layer">Index of the layer.</param>
/// <param name="Symbol">What the equations call it, such as <c>W1</c>.</param>
/// <param name="Shape">Its extents: [output, input] of weights, else one.</param>
/// <param name="Learnable">What it belongs to, where that is a parameter of the user's activation.</param>
internal sealed record ParameterModel(
    string Name, string Kind, int Layer, string Symbol, IReadOnlyList<int> Shape, LearnableModel? Learnable = null)
{
    /// <summary>Number of elements.</summary>
    public int Count => Shape.Aggregate(1, (count, extent) => count * extent);

    /// <summary>The parameters of a network in canonical order.</summary>
    public static IEnumerable<ParameterModel> Of(NetworkModel network)
    {
        var module = 0;
        for (var index = 0; index < network.Layers.Count; index++)
        {
            var (layer, units, number) = (network.Layers[index], network.UnitsOf(index), index + 1);
            switch (layer)
            {
                case StandardizeModel:
                    yield return new($"{module}.mean", "Mean", index, $"mean{number}", [units]);
                    yield return new($"{module}.scale", "Scale", index, $"scale{number}", [units]);
                    break;
                case AffineModel affine:
                    yield return new($"{module}.weight", "Weight", index, $"W{number}", [units, network.UnitsOf(layer.Source)]);
                    if (affine.Bias)
                        yield return new($"{module}.bias", "Bias", index, $"b{number}", [units]);
                    break;
            }

            // A dense layer's activation is a module of its own there.
            if (layer is DenseModel dense && !ActivationTable.IsIdentity(dense.Activation.BuiltIn))
                module++;
            var owner = layer is ResidualModel ? $"{module}.activation" : $"{module}";
            foreach (var learnable in layer.Learnables)
                yield return new($"{owner}.{learnable.Name}", "Learnable", index, learnable.TensorName(number), [learnable.PerUnit ? units : 1], learnable);
            module++;
        }
    }
}
