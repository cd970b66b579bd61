using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary><c>[Residual(activation, Bias = true)]</c>.</summary>
internal sealed class ResidualParser : LayerParser
{
    public override bool HasParameters => true;

    public override ParsedLayer Parse(AttributeReader attribute, LayerSource source, LayerScope scope)
    {
        var bias = AffineParser.HasBias(attribute);
        var layer = new ResidualModel(source.Index, AffineParser.Activation(attribute), bias).WithProperties(attribute);
        return new(layer, source.Units, AffineParser.Parameters(source, source.Units, bias));
    }
}
