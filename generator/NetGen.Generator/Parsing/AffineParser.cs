using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>What layers with weights, biases and an activation have in common.</summary>
internal static class AffineParser
{
    public static bool HasBias(AttributeReader attribute) => attribute.Flag("Bias", true);

    /// <summary>The parameters of a layer of so many outputs.</summary>
    public static long Parameters(AffineModel layer, LayerSource source, int units) =>
        ((long)units * (layer.Bias ? source.Units + 1 : source.Units)) + ActivationParser.LearnableParameters(layer, units);

    /// <summary>The layer with its properties.</summary>
    public static AffineModel WithProperties(this AffineModel layer, AttributeReader attribute) => layer with
    {
        Alpha = AlphaParser.Parse(attribute, layer.Activation),
        Initializer = attribute.Member("Initializer", "Default"),
        Trainable = attribute.Member("Trainable", "All"),
    };
}
