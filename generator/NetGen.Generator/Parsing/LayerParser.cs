using Microsoft.CodeAnalysis;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>Turns one kind of layer attribute into its model.</summary>
internal abstract class LayerParser
{
    /// <summary>The known kinds, one line each.</summary>
    private static readonly Dictionary<string, LayerParser> Kinds = new()
    {
        ["DenseAttribute"] = new DenseParser(),
        ["ResidualAttribute"] = new ResidualParser(),
        ["ActivationAttribute"] = new ActivationParser(),
        ["SkipAttribute"] = new SkipParser(),
        ["StandardizeAttribute"] = new StandardizeParser(),
    };

    public static bool IsLayer(AttributeData attribute) =>
        NetGenNames.IsNetGen(attribute.AttributeClass) && For(attribute.AttributeClass!.Name) is not null;

    /// <summary>The parser for an attribute of the runtime library; null if it is no known layer.</summary>
    public static LayerParser? For(string attributeName) => Kinds.TryGetValue(attributeName, out var parser) ? parser : null;

    /// <param name="attribute">The attribute; what is wrong with it is reported there.</param>
    /// <param name="source">What the layer reads.</param>
    /// <param name="scope">The layers above, for a layer that reads several.</param>
    public abstract ParsedLayer Parse(AttributeReader attribute, LayerSource source, LayerScope scope);
}

/// <summary>A layer, the number of its outputs and of its parameters, and the argument that decides on both.</summary>
internal sealed record ParsedLayer(LayerModel Model, int Outputs, long Parameters = 0, string SizeArgument = "");
