using NetGen.Generator.Model;
using NetGen.Tests.Compiling;
using NetGen.Tests.Oracle;

namespace NetGen.Tests.Reference;

/// <summary>Turns a case into a model, and says whether that can be done.</summary>
internal static class GoldenModel
{
    /// <summary>Whether attributes can say the case: its layers have one, its activations and loss are members of the enums.</summary>
    public static bool IsInTheLanguage(this GoldenCase golden) =>
        golden.IsModel()
        && golden.Layers.All(layer => Enum.GetNames<Activation>().Contains(Pascal(layer.Activation)))
        && Enum.GetNames<Loss>().Contains(LossName(golden));

    /// <summary>Whether a model can hold the case and the plain interpreter knows its formulas.</summary>
    public static bool IsInterpretable(this GoldenCase golden) =>
        golden.IsModel()
        && golden.Layers.All(layer => ActivationFormula.Names.Contains(Pascal(layer.Activation)))
        && LossFormula.Names.Contains(LossName(golden));

    public static NetworkModel ToModel(this GoldenCase golden) =>
        Models.Chain(
            golden.Layers[0].Inputs(),
            golden.Layers.Select((layer, index) => ToModel(layer, index - 1)),
            LossName(golden))
        with
        {
            Reduction = golden.LossReduction is null ? nameof(Reduction.Default) : Pascal(golden.LossReduction),
            WeightDecay = golden.L2,
        };

    private static bool IsModel(this GoldenCase golden) => golden.Layers.All(layer => layer.Kind is "dense" or "residual");

    private static LayerModel ToModel(GoldenLayer layer, int source) => layer.Kind == "residual"
        ? new ResidualModel(source, Pascal(layer.Activation), layer.Bias)
        : new DenseModel(source, layer.Outputs(), Pascal(layer.Activation), layer.Bias);

    private static string LossName(GoldenCase golden) => golden.Loss switch
    {
        "mse" => "MeanSquaredError",
        "mae" => "MeanAbsoluteError",
        _ => Pascal(golden.Loss),
    };

    /// <summary>The enum member's name: leaky_relu is LeakyRelu.</summary>
    private static string Pascal(string name) =>
        string.Concat(name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
