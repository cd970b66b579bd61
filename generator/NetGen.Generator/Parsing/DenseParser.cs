using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary><c>[Dense(units, activation, Bias = true)]</c>.</summary>
internal sealed class DenseParser : LayerParser
{
    public override bool HasParameters => true;

    public override ParsedLayer Parse(AttributeReader attribute, LayerSource source, LayerScope scope)
    {
        var units = attribute.Size("units", "The number of units", Limits.Units);
        var bias = AffineParser.HasBias(attribute);
        var layer = new DenseModel(source.Index, units, AffineParser.Activation(attribute), bias).WithProperties(attribute);
        return new(layer, units, AffineParser.Parameters(source, units, bias), "units");
    }
}
