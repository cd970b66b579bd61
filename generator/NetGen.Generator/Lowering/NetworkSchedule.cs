using System.Collections.Generic;
using System.Linq;
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
    private const long UnrolledMultiplyAdds = 40;

    private const int UnrolledUnits = 32;

    private NetworkSchedule(IReadOnlyList<ScheduledPass> passes, int vectorBits, LossDefinition loss, long backward, bool isUnrolled, int lanes, Placement single, Placement batch, int inferenceLength, int inferenceBatchLength, int sequenceLength)
    {
        Passes = passes;
        VectorBits = vectorBits;
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
        SequenceLength = sequenceLength;
        WorkspaceLength = isUnrolled ? 0 : Math.Max(single.WorkspaceLength, batch.WorkspaceLength);
    }

    public IReadOnlyList<ScheduledPass> Passes { get; }

    /// <summary>Of the widest vectors that are written; 0 without vectors.</summary>
    public int VectorBits { get; }

    /// <summary>The same for machines whose vectors are narrower, the widest first. Parameters are laid out alike.</summary>
    public IReadOnlyList<NetworkSchedule> Narrower { get; private set; } = [];

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

    /// <summary>Elements that one sample's inference works on, and that a batch's does, on any machine.</summary>
    public int InferenceLength { get; private set; }

    public int InferenceBatchLength { get; private set; }

    public int WorkspaceLength { get; private set; }

    /// <summary>Successive steps that share one reading and writing of the first layer's weights; 0 where they stay single.</summary>
    public int SequenceLength { get; }

    public static NetworkSchedule Build(NetworkModel model, CancellationToken cancellationToken)
    {
        var network = LossFusion.Fuse(model);
        var derivation = new Derivation(network, cancellationToken);
        var schedule = Build(network, derivation, LaneWidths.WidestBits, cancellationToken);
        schedule.Narrower = [.. LaneWidths.NarrowerBits
            .Where(bits => bits < schedule.VectorBits)
            .Select(bits => Build(network, derivation, bits, cancellationToken))];
        foreach (var narrower in schedule.Narrower)
        {
            schedule.InferenceLength = Math.Max(schedule.InferenceLength, narrower.InferenceLength);
            schedule.InferenceBatchLength = Math.Max(schedule.InferenceBatchLength, narrower.InferenceBatchLength);
            schedule.WorkspaceLength = Math.Max(schedule.WorkspaceLength, narrower.WorkspaceLength);
        }

        return schedule;
    }

    private static NetworkSchedule Build(NetworkModel network, Derivation derivation, int vectorBits, CancellationToken cancellationToken)
    {
        var size = Cost.ForwardMultiplyAdds(network);
        var isExact = network.Arithmetic == Arithmetic.Exact;

        // Exact arithmetic adds the samples of a batch in one order on all targets: their choice must be the same.
        var longest = Wanted(network).Last(pass => pass is { Samples: null, Name: "Forward" or "Accumulate" });
        var isUnrolled = network.Unrolling != Unrolling.None && ((size <= UnrolledMultiplyAdds && Cost.Units(network) <= UnrolledUnits
                && CodeSize.OfLanes(derivation.Of(longest), new(network.Target.HasVectors, network.Precision, network.Arithmetic)) <= CodeSize.StraightLineLimit)
            || (network.Unrolling == Unrolling.Full && !network.Target.HasVectors && !isExact && size <= Cost.UnrolledLimit));
        var widths = new LaneWidths(network.Target.HasVectors && !isUnrolled, network.Precision, network.Arithmetic, vectorBits);
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
        var single = new Placement(widths, 0, network.SparseInputs);
        var batch = new Placement(widths, network.BatchSize, network.SparseInputs);
        var programs = Wanted(network)
            .Where(pass => !(isUnrolled && pass.Batch && lanes == 1))
            .Select(pass => Divide(pass, derivation.Of(pass), pass.Samples is null ? single : batch, widths, shape))
            .ToList();
        Place(single, programs.Where(entry => entry.Pass.Samples is null), widths, shape, out var inference);
        Place(batch, programs.Where(entry => entry.Pass.Samples is not null), widths, shape, out var batchInference);

        var samples = new TiledSchedule(single, widths, shape, samples: null, network.SparseInputs);
        var batches = new TiledSchedule(batch, widths, shape, Index.Batch);
        var steps = new TiledSchedule(batch, widths, shape, Index.Current);
        var passes = programs.Select(entry =>
        {
            var (pass, program, residence) = entry;
            cancellationToken.ThrowIfCancellationRequested();
            return new ScheduledPass(pass, isUnrolled
                ? [Unroll(pass, program)]
                : (pass.Samples is null ? samples : pass.Batch ? batches : steps).Build(program, residence, pass.Wanted));
        }).ToList();

        Routine Unroll(Pass pass, TensorProgram program)
        {
            var width = pass.Batch ? lanes * vectorBits / LaneWidths.WidestBits : 1;
            var unrolled = new UnrolledSchedule(program, pass.Batch ? batch : single, pass.Batch ? lanes : 1, width, network.Target.HasVectors);
            return new(pass.Name + (pass.Batch ? "Lanes" : string.Empty), pass.Batch ? Index.Batch : null, unrolled.Build(pass.Wanted), unrolled.StackLength);
        }

        var backward = programs.Where(entry => entry.Pass is { Name: "Accumulate", Samples: null })
            .Select(entry => Cost.BackwardMultiplyAdds(entry.Program)).FirstOrDefault();
        var widest = lanes > 1 ? LaneWidths.WidestBits : programs.SelectMany(entry => entry.Program.Tensors).SelectMany(tensor => tensor.Axes)
            .Where(axis => !axis.CountsSamples).Max(axis => widths.Of(axis) * widths.Bits);
        return new NetworkSchedule(passes, widths.HasVectors || lanes > 1 ? Math.Min(widest, vectorBits) : 0, LossTable.Get(network.Loss), backward, isUnrolled, lanes, single, batch, isUnrolled ? 0 : inference, isUnrolled ? 0 : batchInference, SequenceBlocks.LengthFor(network));
    }

    /// <summary>A pass in parts: how tensors lie decides that, and where they lie does not.</summary>
    private static (Pass Pass, TensorProgram Program, Residence Residence) Divide(
        Pass pass, TensorProgram program, Placement placement, LaneWidths widths, TileShape shape) =>
        (pass, program, new Residence(Parts.Divide(program, placement, widths, shape, pass.Batch), pass.Wanted, widths, shape));

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
            .Select(group => MapTiles.StripLength(group, widths, shape)).DefaultIfEmpty().Max();
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
