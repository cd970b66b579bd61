using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary><c>[Activation(activation)]</c>.</summary>
internal sealed class ActivationParser : LayerParser
{
    public override ParsedLayer Parse(AttributeReader attribute, LayerSource source, LayerScope scope)
    {
        var activation = ParseChoice(attribute, scope);
        var layer = new ActivationModel(source.Index, activation) { Alpha = AlphaParser.Parse(attribute, activation) };
        return new(layer, source.Units, LearnableParameters(layer, source.Units));
    }

    /// <summary>The argument <c>activation</c>: one of the library's, or the name of the user's method.</summary>
    public static FunctionChoice ParseChoice(AttributeReader attribute, LayerScope scope)
    {
        const string argument = "activation";
        return attribute.Alternative(argument) is { } name
            ? new FunctionChoice(name) { Own = scope.Functions.Activation(attribute, argument, name) ?? FunctionModel.Unknown }
            : attribute.Member(argument, "Identity");
    }

    /// <summary>The parameters that a layer's activation has, of so many units.</summary>
    public static long LearnableParameters(LayerModel layer, int units) => layer.Learnables.Sum(learnable => learnable.PerUnit ? units : 1L);
}
