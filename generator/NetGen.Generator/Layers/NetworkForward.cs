using System.Linq;
using NetGen.Generator.Calculus;
using NetGen.Generator.Model;
using NetGen.Generator.Tensors;
using Index = NetGen.Generator.Tensors.Index;

namespace NetGen.Generator.Layers;

/// <summary>The forward program of one sample: layers, prediction, loss, penalty.</summary>
internal static class NetworkForward
{
    // One letter a layer of units, n is the batch's, and the names of memories are left out.
    private const string AxisNames = "ijklmoqrstuv";

    /// <param name="labels">Whether the target is a class label in the place of values.</param>
    /// <param name="visible">Index of a layer whose output the caller wants; null for none.</param>
    public static TensorProgram Build(NetworkModel network, bool labels, int? visible = null)
    {
        var builder = new ForwardBuilder();
        var x = new Tensor("x", TensorRole.Input, Axis(0, network.Inputs));
        var outputs = new Tensor[network.Layers.Count];

        for (var index = 0; index < outputs.Length; index++)
        {
            var layer = network.Layers[index];
            builder.BeginLayer(index + 1);
            var source = layer.Source < 0 ? x : outputs[layer.Source];
            var unit = Axis(index + 1, network.UnitsOf(index));
            outputs[index] = layer switch
            {
                DenseModel dense => AffineLayer.Write(builder, dense, source, unit),
                ResidualModel residual => SkipLayer.Write(builder, AffineLayer.Write(builder, residual, source, unit), source),
                ActivationModel activation => ActivationLayer.Write(builder, activation, source),
                SkipModel skip => SkipLayer.Write(builder, source, skip.Other < 0 ? x : outputs[skip.Other]),
                StandardizeModel => StandardizeLayer.Write(builder, source),
                _ => throw new InvalidOperationException($"No layer is written for {layer.GetType().Name}."),
            };
            if (index == visible)
                builder.Set(new Tensor("visible", TensorRole.Visible, outputs[index].Axes), outputs[index].At());
        }

        var z = outputs[outputs.Length - 1];
        var loss = LossTable.Get(network.Loss);

        builder.BeginStage(loss.Stage);
        var prediction = loss.Predict(builder, z);
        builder.Set(new Tensor("output", TensorRole.Prediction, z.Axes), prediction.At());
        if (loss.HasLogits)
            builder.Set(new Tensor("logits", TensorRole.Logits, z.Axes), z.At());

        builder.BeginStage("Loss");
        var target = labels ? null : new Tensor("y", TensorRole.Target, z.Axes);
        var isMean = network.Reduction == "Mean" || (network.Reduction == "Default" && loss.IsMeanByDefault);
        var weight = isMean ? 1.0 / z.Axes[0].Extent : 1;
        loss.Write(builder, new LossOperands(
            z, target, new Tensor("label", TensorRole.Label), new Tensor("loss", TensorRole.Loss), weight, network.HuberDelta));

        if (network.WeightDecay != 0)
            WritePenalty(builder, network.WeightDecay);
        return builder.Program;
    }

    /// <summary>λ/2 Σ w² over the weights, not over the biases.</summary>
    private static void WritePenalty(ForwardBuilder builder, double weightDecay)
    {
        builder.BeginStage("Penalty");
        var penalty = new Tensor("penalty", TensorRole.Penalty);
        foreach (var weights in builder.Program.Tensors.Where(tensor => tensor.Role == TensorRole.Parameter && tensor.Axes.Count == 2).ToList())
            builder.Add(penalty, 0.5 * weightDecay * weights.At().Power(2), weights.Axes);
    }

    private static Index Axis(int layer, int extent) =>
        new(layer < AxisNames.Length ? AxisNames[layer].ToString() : "u" + layer, extent);
}
