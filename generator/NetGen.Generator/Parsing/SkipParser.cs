using System.Globalization;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary><c>[Skip(from)]</c>.</summary>
internal sealed class SkipParser : LayerParser
{
    public override ParsedLayer Parse(AttributeReader attribute, LayerSource source, LayerScope scope)
    {
        var from = attribute.Text("from");
        if (scope.Find(attribute, "from", from ?? "") is not { } other)
            return new(new SkipModel(source.Index, source.Index), source.Units);
        if (other.Units != source.Units && scope.IsValid)
        {
            attribute.Report(
                Descriptors.WidthMismatch,
                "from",
                from!,
                other.Units.ToString(CultureInfo.InvariantCulture),
                source.Units.ToString(CultureInfo.InvariantCulture));
        }

        return new(new SkipModel(source.Index, other.Index), source.Units);
    }
}
