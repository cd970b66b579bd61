using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary><c>[Dense(units, activation, Bias = true)]</c>.</summary>
internal sealed class DenseParser : LayerParser
{
    public override ParsedLayer Parse(AttributeReader attribute, LayerSource source, LayerScope scope)
    {
        var units = attribute.Size("units", "The number of units", Limits.Units);
        var activation = ActivationParser.ParseChoice(attribute, scope);
        var layer = new DenseModel(source.Index, units, activation, AffineParser.HasBias(attribute)).WithProperties(attribute);
        return new(layer, units, AffineParser.Parameters(layer, source, units), "units");
    }
}
