using NetGen.Generator.Model;

namespace NetGen.Tests.Oracle;

/// <summary>A dense layer, and where its parameters are in canonical order.</summary>
internal sealed record PlainLayer(
    int Source, int Inputs, int Units, ActivationFormula Activation, bool HasBias, int WeightOffset, int BiasOffset)
{
    /// <summary>Index of the weight [output, input].</summary>
    public int Weight(int output, int input) => WeightOffset + (output * Inputs) + input;

    public static PlainLayer[] Of(NetworkModel model)
    {
        var layers = new List<PlainLayer>();
        var offset = 0;
        foreach (var dense in model.Layers.Cast<DenseModel>())
        {
            var inputs = dense.Source < 0 ? model.Inputs : layers[dense.Source].Units;
            var bias = offset + (inputs * dense.Units);
            layers.Add(new(dense.Source, inputs, dense.Units, ActivationFormula.Of(dense.Activation), dense.Bias, offset, bias));
            offset = bias + (dense.Bias ? dense.Units : 0);
        }

        return [.. layers];
    }
}
