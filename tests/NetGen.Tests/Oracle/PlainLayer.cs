using NetGen.Generator.Model;

namespace NetGen.Tests.Oracle;

/// <summary>A dense or residual layer, and where its parameters are in canonical order.</summary>
internal sealed record PlainLayer(
    int Source, int Inputs, int Units, ActivationFormula Activation, bool HasBias, bool IsResidual, int WeightOffset, int BiasOffset)
{
    /// <summary>Index of the weight [output, input].</summary>
    public int Weight(int output, int input) => WeightOffset + (output * Inputs) + input;

    public static PlainLayer[] Of(NetworkModel model)
    {
        var layers = new List<PlainLayer>();
        var offset = 0;
        foreach (var layer in model.Layers.Cast<AffineModel>())
        {
            var inputs = layer.Source < 0 ? model.Inputs : layers[layer.Source].Units;
            var units = layer is DenseModel dense ? dense.Units : inputs;
            var bias = offset + (inputs * units);
            layers.Add(new(
                layer.Source, inputs, units, ActivationFormula.Of(layer.Activation), layer.Bias, layer is ResidualModel, offset, bias));
            offset = bias + (layer.Bias ? units : 0);
        }

        return [.. layers];
    }
}
