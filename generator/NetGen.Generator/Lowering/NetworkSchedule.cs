using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Layers;
using NetGen.Generator.Model;
using NetGen.Generator.Tensors;

namespace NetGen.Generator.Lowering;

/// <summary>What a pass over the network is run for.</summary>
/// <param name="Name">The method's name.</param>
/// <param name="Wanted">What it must compute.</param>
/// <param name="Labels">Whether the target is a class label; null where no target is read.</param>
/// <param name="Batch">Whether it takes a batch of samples.</param>
internal sealed record Pass(string Name, Func<Tensor, bool> Wanted, bool? Labels, bool Batch)
{
    /// <summary>Needs no target.</summary>
    public bool IsInference => Name.StartsWith("Forward", StringComparison.Ordinal);

    /// <summary>Is about the weights alone, whatever the sample.</summary>
    public bool IsPenaltyOnly => Name is "ComputePenalty" or "AddWeightDecay";
}

/// <summary>A pass and the routines that it runs one after the other.</summary>
internal sealed record ScheduledPass(Pass Pass, IReadOnlyList<Routine> Routines);

/// <summary>Every pass of a network, lowered for its target.</summary>
internal sealed class NetworkSchedule
{
    // Measured: straight-line scalar code is the fastest up to about this size.
    private const long UnrolledMultiplyAdds = 150;

    private NetworkSchedule(IReadOnlyList<ScheduledPass> passes, LossDefinition loss, long backward, bool isUnrolled, int lanes, Placement single, Placement batch, int inferenceLength, int inferenceBatchLength)
    {
        Passes = passes;
        IsUnrolled = isUnrolled;
        Lanes = lanes;
        PackedLength = single.PackedLength;
        Parameters = single;
        Loss = loss;
        BackwardMultiplyAdds = backward;
        SampleMap = single.WorkspaceMap;
        BatchMap = batch.WorkspaceMap;
        InferenceLength = inferenceLength;
        InferenceBatchLength = inferenceBatchLength;
        WorkspaceLength = isUnrolled ? 0 : Math.Max(single.WorkspaceLength, batch.WorkspaceLength);
    }

    public IReadOnlyList<ScheduledPass> Passes { get; }

    /// <summary>The loss that is computed, on the logits where it and the last activation are a known pair.</summary>
    public LossDefinition Loss { get; }

    /// <summary>Straight-line scalar code of one sample, over which batches loop.</summary>
    public bool IsUnrolled { get; }

    /// <summary>Samples of a batch that straight-line code takes at a time.</summary>
    public int Lanes { get; }

    public Placement Parameters { get; }

    /// <summary>Multiply-adds of the gradient of one sample; 0 without training.</summary>
    public long BackwardMultiplyAdds { get; }

    /// <summary>Where the quantities of one sample, and of a batch, lie in the workspace.</summary>
    public string SampleMap { get; }

    public string BatchMap { get; }

    public int PackedLength { get; }

    /// <summary>Elements that one sample's inference works on, and that a batch's does.</summary>
    public int InferenceLength { get; }

    public int InferenceBatchLength { get; }

    public int WorkspaceLength { get; }

    public static NetworkSchedule Build(NetworkModel model, CancellationToken cancellationToken)
    {
        var network = LossFusion.Fuse(model);
        var size = Cost.ForwardMultiplyAdds(network);
        var isExact = network.Arithmetic == Arithmetic.Exact;

        // Exact arithmetic adds the samples of a batch in one order on all targets: their choice must be the same.
        var isUnrolled = network.Unrolling != Unrolling.None && (size <= UnrolledMultiplyAdds
            || (network.Unrolling == Unrolling.Full && !network.Target.HasVectors && !isExact && size <= Cost.UnrolledLimit));
        var widths = new LaneWidths(network.Target.HasVectors && !isUnrolled, network.Precision, network.Arithmetic);
        var shape = network.Unrolling switch
        {
            Unrolling.Full => TileShape.Full,
            Unrolling.None => TileShape.None,
            _ => TileShape.Auto,
        };
        if (isExact)
            shape = shape with { Chains = 1 };

        // Straight-line code of a batch has a sample in each lane; without vectors it is that of one sample, in a loop.
        var lanes = !isUnrolled || !network.Target.HasVectors || isExact ? 1 : network.Precision == Precision.Double ? 8 : 16;
        var derivation = new Derivation(network, cancellationToken);
        var single = new Placement(widths, 0, network.SparseInputs);
        var batch = new Placement(widths, network.BatchSize, network.SparseInputs);
        var programs = Wanted(network)
            .Where(pass => !(isUnrolled && pass.Batch && lanes == 1))
            .Select(pass => Divide(pass, derivation.Of(pass), pass.Batch ? batch : single, widths, shape))
            .ToList();
        Place(single, programs.Where(entry => !entry.Pass.Batch), widths, shape, out var inference);
        Place(batch, programs.Where(entry => entry.Pass.Batch), widths, shape, out var batchInference);

        var samples = new TiledSchedule(single, widths, shape, isBatch: false, network.SparseInputs);
        var batches = new TiledSchedule(batch, widths, shape, isBatch: true);
        var passes = programs.Select(entry =>
        {
            var (pass, program, residence) = entry;
            cancellationToken.ThrowIfCancellationRequested();
            return new ScheduledPass(pass, isUnrolled
                ? [Unroll(pass, program)]
                : (pass.Batch ? batches : samples).Build(program, residence, pass.Wanted));
        }).ToList();

        Routine Unroll(Pass pass, TensorProgram program) => pass.Batch
            ? new(pass.Name + "Lanes", isBatch: true, new UnrolledSchedule(program, batch, lanes, hasVectors: true).Build(pass.Wanted))
            : new(pass.Name, isBatch: false, new UnrolledSchedule(program, single, 1, network.Target.HasVectors).Build(pass.Wanted));

        var backward = programs.Where(entry => entry.Pass is { Name: "Accumulate", Batch: false })
            .Select(entry => Cost.BackwardMultiplyAdds(entry.Program)).FirstOrDefault();
        return new NetworkSchedule(passes, LossTable.Get(network.Loss), backward, isUnrolled, lanes, single, batch, isUnrolled ? 0 : inference, isUnrolled ? 0 : batchInference);
    }

    /// <summary>A pass in parts: how tensors lie decides that, and where they lie does not.</summary>
    private static (Pass Pass, TensorProgram Program, Residence Residence) Divide(
        Pass pass, TensorProgram program, Placement placement, LaneWidths widths, TileShape shape) =>
        (pass, program, new Residence(Parts.Divide(program, placement, shape, pass.Batch), pass.Wanted, widths, shape));

    /// <summary>Parameters in the public order first, then what inference needs, then the rest.</summary>
    private static void Place(
        Placement placement, IEnumerable<(Pass Pass, TensorProgram Program, Residence Residence)> programs, LaneWidths widths, TileShape shape, out int inference)
    {
        var all = programs.ToList();
        var needs = new MemoryNeeds();
        foreach (var (_, _, residence) in all)
            needs.Add(residence);

        inference = 0;
        foreach (var (pass, program, _) in all)
        {
            placement.Place(InPublicOrder(program).Where(tensor => tensor.Role == TensorRole.Parameter || needs.IsStored(tensor)));
            if (!pass.IsInference)
                continue;
            placement.Reserve(Strip(isForward: true), isForward: true);
            inference = placement.WorkspaceLength;
        }

        placement.Reserve(Strip(isForward: false), isForward: false);

        int Strip(bool isForward) => all.SelectMany(entry => entry.Residence.Parts).SelectMany(part => part.Groups)
            .Where(group => group.Packed is not null && group.IsForward == isForward)
            .Select(group => MapForm.StripLength(group, widths, shape)).DefaultIfEmpty().Max();
    }

    /// <summary>Layer by layer, weights before biases; then everything else, as it appears.</summary>
    private static IEnumerable<Tensor> InPublicOrder(TensorProgram program) => program.Tensors
        .OrderBy(tensor => tensor.Role != TensorRole.Parameter)
        .ThenBy(tensor => tensor.Layer)
        .ThenByDescending(tensor => tensor.Role == TensorRole.Parameter ? tensor.Axes.Count : 0);

    private static IEnumerable<Pass> Wanted(NetworkModel network)
    {
        var loss = LossTable.Get(network.Loss);
        var targets = loss.TakesLabels ? new[] { false, true } : [false];
        foreach (var batch in new[] { false, true })
        {
            yield return new("Forward", tensor => tensor.Role == TensorRole.Prediction, null, batch);
            if (!batch && loss.HasLogits)
                yield return new("ForwardLogits", tensor => tensor.Role == TensorRole.Logits, null, batch);
            foreach (var labels in network.Training ? targets : [])
            {
                yield return new("ComputeLoss", tensor => tensor.Role is TensorRole.Loss, labels, batch);
                yield return new("Accumulate", tensor => tensor.Role is TensorRole.Loss or TensorRole.Gradient, labels, batch);
                yield return new("ComputeInputGradient", tensor => tensor.Role is TensorRole.Loss or TensorRole.InputGradient, labels, batch);
            }
        }

        if (network.WeightDecay == 0 || !network.Training)
            yield break;
        yield return new("ComputePenalty", tensor => tensor.Role == TensorRole.Penalty, null, false);
        yield return new("AddWeightDecay", tensor => tensor.Role == TensorRole.Gradient, null, false);
    }
}
