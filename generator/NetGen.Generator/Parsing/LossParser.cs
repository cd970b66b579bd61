using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary><c>Loss</c>, or <c>LossFunction</c>, the name of the user's method, and <c>Reduction</c>.</summary>
internal static class LossParser
{
    private const string Own = "LossFunction";
    private const string Default = "Default";

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
        var reduction = network.Member(name, Default);
        if (reduction != Default && IsOfAllOutputs(loss))
            network.Report(Descriptors.NoEffect, name, name, loss.Own is null ? $"Loss.{loss}" : $"'{loss}'", "a loss that is a sum over the outputs of one formula");
        return reduction;
    }

    /// <summary>Whether a loss is one value for all outputs together, which there is nothing of to add up.</summary>
    private static bool IsOfAllOutputs(FunctionChoice loss) => loss.Own?.TakesVectors
        ?? loss.BuiltIn is "SoftmaxCrossEntropy" or "CategoricalCrossEntropy" or "KlDivergence" or "KlDivergenceWithLogits";
}
