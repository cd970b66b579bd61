using System.Globalization;
using System.Text;
using NetGen.Generator.Model;

namespace NetGen.Tests.Compiling;

/// <summary>Writes the C# that a user would write for a model: a partial class with attributes.</summary>
internal static class ModelSource
{
    public const string TypeName = "Compiled.Model";

    public static string Of(NetworkModel model)
    {
        var source = new StringBuilder();
        source.Append("using NetGen;\n\nnamespace Compiled\n{\n");
        source.Append($"    [Network({model.Inputs}, {string.Join(", ", Properties(model))})]\n");
        for (var index = 0; index < model.Layers.Count; index++)
            source.Append($"    {Attribute(model, index)}\n");
        if (model.WeightsFile is not null)
            source.Append($"    [Weights(\"{model.WeightsFile}\")]\n");
        source.Append("    public sealed partial class Model { }\n}\n");
        return source.ToString();
    }

    private static IEnumerable<string> Properties(NetworkModel model)
    {
        yield return $"Loss = Loss.{model.Loss}";
        if (model.Reduction != nameof(Reduction.Default))
            yield return $"Reduction = Reduction.{model.Reduction}";
        if (model.WeightDecay != 0)
            yield return $"WeightDecay = {model.WeightDecay.ToString("R", CultureInfo.InvariantCulture)}";
        yield return $"Precision = Precision.{model.Precision}";
        if (model.Arithmetic != Generator.Model.Arithmetic.Fused)
            yield return $"Arithmetic = Arithmetic.{model.Arithmetic}";
        yield return $"BatchSize = {model.BatchSize}";
        if (model.Jacobian)
            yield return "Jacobian = true";
        if (!model.Training)
            yield return "Training = false";
        if (model.SparseInputs)
            yield return "SparseInputs = true";
        yield return $"Unrolling = Unrolling.{model.Unrolling}";
    }

    private static string Attribute(NetworkModel model, int index) => model.Layers[index] switch
    {
        DenseModel dense => $"[Dense({dense.Units}, Activation.{dense.Activation}{Properties(model, dense, index)})]",
        ResidualModel residual => $"[Residual(Activation.{residual.Activation}{Properties(model, residual, index)})]",
        StandardizeModel standardize => $"[Standardize(Name = \"{NameOf(index)}\"{Visible(standardize)})]",
        SkipModel { Visible: not null } skip => $"[Skip(\"{NameOf(skip.Other)}\", Name = \"{NameOf(index)}\"{Visible(skip)})]",
        SkipModel skip => $"[Skip(\"{NameOf(skip.Other)}\")]",
        var layer => throw new NotSupportedException($"No attribute is known for {layer}."),
    };

    private static string Properties(NetworkModel model, AffineModel layer, int index) =>
        (layer.Bias ? string.Empty : ", Bias = false")
        + (layer.Trainable == nameof(Trainable.All) ? string.Empty : $", Trainable = Trainable.{layer.Trainable}")
        + (layer.Visible is not null || model.Layers.OfType<SkipModel>().Any(skip => skip.Other == index) ? $", Name = \"{NameOf(index)}\"" : string.Empty)
        + Visible(layer)
        + (layer.Source == index - 1 ? string.Empty : $", Input = \"{NameOf(layer.Source)}\"");

    private static string Visible(LayerModel layer) => layer.Visible is null ? string.Empty : ", Visible = true";

    private static string NameOf(int layer) => layer < 0 ? "input" : $"layer{layer + 1}";
}
