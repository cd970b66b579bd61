using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary><c>Loss</c>, or <c>LossFunction</c>, the name of the user's method, and <c>Reduction</c>.</summary>
internal static class LossParser
{
    private const string Own = "LossFunction";

    public static FunctionChoice Parse(ParseContext context, AttributeReader network, IReadOnlyList<ParsedLayer> layers)
    {
        var loss = network.Member("Loss", "Quadratic");
        if (network.Text(Own) is not { } name)
            return loss;
        if (network.Has("Loss"))
            network.Report(Descriptors.NoEffect, "Loss", "Loss", Own, "one of them alone");
        var outputs = layers.Count == 0 ? 1 : layers[layers.Count - 1].Outputs;
        return new FunctionChoice(name) { Own = context.Functions.Loss(network, Own, name, outputs) ?? FunctionModel.Unknown };
    }

    public static string ParseReduction(AttributeReader network, FunctionChoice loss)
    {
        const string name = "Reduction";
        if (network.Has(name) && loss.Own is { TakesVectors: true })
            network.Report(Descriptors.NoEffect, name, name, $"'{loss}', which is a loss of all outputs together", "a loss of one prediction and one target");
        return network.Member(name, "Default");
    }
}
