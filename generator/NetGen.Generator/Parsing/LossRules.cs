using NetGen.Generator.Diagnostics;
using NetGen.Generator.Layers;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>Which losses fit which last layer: softmax and sigmoid are applied once, by the layer or by the loss.</summary>
internal static class LossRules
{
    public static void Check(ParseContext context, AttributeReader network, FunctionChoice loss, LayerModel last)
    {
        var activation = LastActivation(last);
        if (LossFusion.RequiredActivation(loss) is { } required)
        {
            if (activation != required)
                Report($"does not end in Activation.{required}", $"Activation.{required} in the last layer");
        }
        else if (LossTable.Get(loss).HasLogits && activation is "Sigmoid" or "Softmax")
        {
            Report($"ends in Activation.{activation}", "");
        }

        void Report(string reason, string otherAdvice)
        {
            var fitting = Fitting(loss.BuiltIn, activation);
            var advice = fitting is null ? otherAdvice : $"Loss.{fitting}";
            context.Report(new(Descriptors.LossMismatch, network.Locate("Loss"), [$"Loss.{loss}", reason, advice])
            {
                Replacement = fitting,
            });
        }
    }

    /// <summary>The loss of the same kind that fits a last activation; null if none does.</summary>
    private static string? Fitting(string loss, string activation) => (loss, activation) switch
    {
        (_, "Sigmoid") => "BinaryCrossEntropy",
        ("KlDivergence" or "KlDivergenceWithLogits", "Softmax") => "KlDivergence",
        (_, "Softmax") => "CategoricalCrossEntropy",
        ("BinaryCrossEntropy", "Identity") => "BinaryCrossEntropyWithLogits",
        ("CategoricalCrossEntropy", "Identity") => "SoftmaxCrossEntropy",
        ("KlDivergence", "Identity") => "KlDivergenceWithLogits",
        _ => null,
    };

    /// <summary>What the network ends in. A sum, as of a residual layer, ends in none.</summary>
    private static string LastActivation(LayerModel last) => last switch
    {
        DenseModel dense => dense.Activation.BuiltIn,
        ActivationModel activation => activation.Activation.BuiltIn,
        _ => "Identity",
    };
}
