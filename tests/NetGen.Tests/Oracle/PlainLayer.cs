using NetGen.Generator.Model;

namespace NetGen.Tests.Oracle;

/// <summary>A layer, and where its parameters are in canonical order.</summary>
internal abstract record PlainLayer(int Source, int Inputs, int Units)
{
    public static PlainLayer[] Of(NetworkModel model)
    {
        var layers = new List<PlainLayer>();
        var offset = 0;
        foreach (var layer in model.Layers)
        {
            var inputs = layer.Source < 0 ? model.Inputs : layers[layer.Source].Units;
            if (layer is StandardizeModel)
            {
                layers.Add(new PlainStandardize(layer.Source, inputs, offset));
                offset += 2 * inputs;
                continue;
            }

            var affine = (AffineModel)layer;
            var units = layer is DenseModel dense ? dense.Units : inputs;
            var bias = offset + (inputs * units);
            layers.Add(new PlainAffine(
                layer.Source, inputs, units, ActivationFormula.Of(affine.Activation.Name), affine.Bias, layer is ResidualModel, offset, bias));
            offset = bias + (affine.Bias ? units : 0);
        }

        return [.. layers];
    }
}

/// <summary>A dense or residual layer.</summary>
internal sealed record PlainAffine(
    int Source, int Inputs, int Units, ActivationFormula Activation, bool HasBias, bool IsResidual, int WeightOffset, int BiasOffset)
    : PlainLayer(Source, Inputs, Units)
{
    /// <summary>Index of the weight [output, input].</summary>
    public int Weight(int output, int input) => WeightOffset + (output * Inputs) + input;
}

/// <summary>(x − mean) · scale.</summary>
internal sealed record PlainStandardize(int Source, int Inputs, int Offset) : PlainLayer(Source, Inputs, Inputs)
{
    public int Mean(int input) => Offset + input;

    public int Scale(int input) => Offset + Inputs + input;
}
