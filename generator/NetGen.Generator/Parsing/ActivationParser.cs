using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary><c>[Activation(activation)]</c>.</summary>
internal sealed class ActivationParser : LayerParser
{
    public override ParsedLayer Parse(AttributeReader attribute, LayerSource source, LayerScope scope)
    {
        var activation = attribute.Member("activation", "Identity");
        var layer = new ActivationModel(source.Index, activation) { Alpha = AlphaParser.Parse(attribute, activation) };
        return new(layer, source.Units);
    }
}
