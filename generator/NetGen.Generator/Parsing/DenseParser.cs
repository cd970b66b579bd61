using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary><c>[Dense(units, activation, Bias = true)]</c>.</summary>
internal sealed class DenseParser : LayerParser
{
    public override ParsedLayer Parse(AttributeReader attribute, int source, int inputs)
    {
        var units = attribute.Size("units", "The number of units", Limits.Units);
        var activation = attribute.Member("activation", "Identity");
        var bias = attribute.Flag("Bias", true);
        var parameters = (long)units * (bias ? inputs + 1 : inputs);
        return new(new DenseModel(source, units, activation, bias), units, parameters, "units");
    }
}
