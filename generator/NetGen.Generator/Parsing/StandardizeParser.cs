using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary><c>[Standardize]</c>, which only the first layer may be.</summary>
internal sealed class StandardizeParser : LayerParser
{
    public override ParsedLayer Parse(AttributeReader attribute, LayerSource source, LayerScope scope)
    {
        if (scope.Layers.Count > 0)
            attribute.Report(Descriptors.NotFirst, "", attribute.Name);
        return new(new StandardizeModel(source.Index), source.Units, 2L * source.Units);
    }
}
