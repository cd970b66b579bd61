using System.Collections.Generic;
using NetGen.Generator.Layers;
using NetGen.Generator.Model;
using NetGen.Generator.Tensors;
using Index = NetGen.Generator.Tensors.Index;

namespace NetGen.Generator.Lowering;

/// <summary>What a pass over the network is run for.</summary>
/// <param name="Name">The method's name.</param>
/// <param name="Wanted">What it must compute.</param>
/// <param name="Labels">Whether the target is a class label; null where no target is read.</param>
/// <param name="Samples">The samples that it takes: a batch, or the one at hand of a batch; null for one that stands alone.</param>
internal sealed record Pass(string Name, Func<Tensor, bool> Wanted, bool? Labels, Index? Samples = null)
{
    public bool Batch => Samples == Index.Batch;

    /// <summary>Index of the layer as far as which it computes, for its output; null for all others.</summary>
    public int? Visible { get; init; }

    /// <summary>Whether batches have no use for it.</summary>
    public bool IsOfOneSample => Visible is not null || IsJacobian || Name == "ForwardLogits";

    /// <summary>Needs no target.</summary>
    public bool IsInference => Name.StartsWith("Forward", StringComparison.Ordinal);

    /// <summary>Is about the weights alone, whatever the sample.</summary>
    public bool IsPenaltyOnly => Name is "ComputePenalty" or "AddWeightDecay";

    /// <summary>Computes the prediction and ∂prediction/∂x.</summary>
    public bool IsJacobian => Name == "ComputeJacobian";

    /// <summary>The passes that a network's class needs.</summary>
    public static IEnumerable<Pass> Of(NetworkModel network)
    {
        var loss = LossTable.Get(network.Loss);
        var targets = loss.TakesLabels ? new[] { false, true } : [false];
        foreach (var samples in new[] { null, Index.Batch })
        {
            yield return new("Forward", tensor => tensor.Role == TensorRole.Prediction, null, samples);
            if (samples is null && loss.HasLogits)
                yield return new("ForwardLogits", tensor => tensor.Role == TensorRole.Logits, null);
            foreach (var labels in network.Training ? targets : [])
            {
                yield return new("ComputeLoss", tensor => tensor.Role is TensorRole.Loss, labels, samples);
                yield return new("Accumulate", tensor => tensor.Role is TensorRole.Loss or TensorRole.Gradient, labels, samples);
                yield return new("ComputeInputGradient", tensor => tensor.Role is TensorRole.Loss or TensorRole.InputGradient, labels, samples);
            }
        }

        foreach (var layer in network.VisibleLayers)
            yield return new(network.Layers[layer].Visible!.Method, tensor => tensor.Role == TensorRole.Visible, null) { Visible = layer };

        if (network.Jacobian)
            yield return new("ComputeJacobian", tensor => tensor.Role is TensorRole.Prediction or TensorRole.Jacobian, null);

        if (SequenceBlocks.LengthFor(network) > 0)
        {
            yield return new("BeforeSteps", SequencePass.IsSum, null, Index.Batch);
            foreach (var labels in targets)
                yield return new("Step", tensor => tensor.Role is TensorRole.Loss or TensorRole.Gradient || SequencePass.IsDelta(tensor), labels, Index.Current);
            yield return new("AfterSteps", SequencePass.IsGradient, null, Index.Batch);
        }

        if (network.WeightDecay == 0 || !network.Training)
            yield break;
        yield return new("ComputePenalty", tensor => tensor.Role == TensorRole.Penalty, null);
        yield return new("AddWeightDecay", tensor => tensor.Role == TensorRole.Gradient, null);
    }
}
