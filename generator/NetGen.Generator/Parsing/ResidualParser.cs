using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary><c>[Residual(activation, Bias = true)]</c>.</summary>
internal sealed class ResidualParser : LayerParser
{
    public override ParsedLayer Parse(AttributeReader attribute, LayerSource source, LayerScope scope)
    {
        var activation = ActivationParser.ParseChoice(attribute, scope);
        var layer = new ResidualModel(source.Index, activation, AffineParser.HasBias(attribute)).WithProperties(attribute);
        return new(layer, source.Units, AffineParser.Parameters(layer, source, source.Units));
    }
}
