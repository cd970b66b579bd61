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
        foreach (var layer in model.Layers)
            source.Append($"    {Attribute(layer)}\n");
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
        yield return $"Unrolling = Unrolling.{model.Unrolling}";
    }

    private static string Attribute(LayerModel layer) => layer switch
    {
        DenseModel { Bias: true } dense => $"[Dense({dense.Units}, Activation.{dense.Activation})]",
        DenseModel dense => $"[Dense({dense.Units}, Activation.{dense.Activation}, Bias = false)]",
        ResidualModel { Bias: true } residual => $"[Residual(Activation.{residual.Activation})]",
        ResidualModel residual => $"[Residual(Activation.{residual.Activation}, Bias = false)]",
        _ => throw new NotSupportedException($"No attribute is known for {layer}."),
    };
}
