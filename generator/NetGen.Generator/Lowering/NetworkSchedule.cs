using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Layers;
using NetGen.Generator.Model;

namespace NetGen.Generator.Lowering;

/// <summary>A pass and the routines that it runs one after the other.</summary>
internal sealed record ScheduledPass(Pass Pass, IReadOnlyList<Routine> Routines)
{
    /// <summary>The routine that is all of the pass, and stands in its method; null if the method calls routines.</summary>
    public Routine? Whole => Routines.Count == 1 && Routines[0].IsWhole ? Routines[0] : null;
}

/// <summary>Every pass of a network, lowered for its target.</summary>
internal sealed class NetworkSchedule
{
    public NetworkSchedule(IReadOnlyList<ScheduledPass> passes, int vectorBits, LossDefinition loss, long backward, bool isUnrolled, int lanes, Placement single, Placement batch, Placement jacobian, int inferenceLength, int inferenceBatchLength, int sequenceLength)
    {
        Passes = passes;
        VectorBits = vectorBits;
        IsUnrolled = isUnrolled;
        Lanes = lanes;
        PackedLength = single.PackedLength;
        Parameters = single;
        Loss = loss;
        BackwardMultiplyAdds = backward;
        JacobianMap = jacobian.WorkspaceMap;
        JacobianLength = jacobian.WorkspaceLength;
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

    /// <summary>Whether any machine's code reads parameters from memory, as frozen ones need not be.</summary>
    public bool ReadsParameters => Passes.SelectMany(pass => pass.Routines).Any(Freezing.ReadsParameters) || Narrower.Any(narrower => narrower.ReadsParameters);

    /// <summary>Multiply-adds of the gradient of one sample; 0 without training.</summary>
    public long BackwardMultiplyAdds { get; }

    /// <summary>Where the quantities of one sample, of a batch, and of a Jacobian lie in the workspace.</summary>
    public string SampleMap { get; }

    public string BatchMap { get; }

    public string JacobianMap { get; }

    public int PackedLength { get; }

    /// <summary>Elements that one sample's inference works on, and that a batch's does, on any machine.</summary>
    public int InferenceLength { get; private set; }

    public int InferenceBatchLength { get; private set; }

    /// <summary>Whether straight-line code, or the widest vectors, infer one sample in registers alone; what others need, they allocate.</summary>
    public bool InfersInRegisters { get; private set; }

    /// <summary>Elements that a Jacobian works on, on any machine.</summary>
    public int JacobianLength { get; private set; }

    public int WorkspaceLength { get; private set; }

    /// <summary>Successive steps that share one reading and writing of the first layer's weights; 0 where they stay single.</summary>
    public int SequenceLength { get; }

    public static NetworkSchedule Build(NetworkModel model, CancellationToken cancellationToken)
    {
        var builder = new ScheduleBuilder(LossFusion.Fuse(model), cancellationToken);
        var schedule = builder.Build(LaneWidths.WidestBits);
        schedule.Narrower = [.. LaneWidths.NarrowerBits.Where(bits => bits < schedule.VectorBits).Select(builder.Build)];
        schedule.InfersInRegisters = schedule.InferenceLength == 0;
        foreach (var narrower in schedule.Narrower)
        {
            narrower.InfersInRegisters = schedule.InfersInRegisters;
            schedule.InferenceLength = Math.Max(schedule.InferenceLength, narrower.InferenceLength);
            schedule.InferenceBatchLength = Math.Max(schedule.InferenceBatchLength, narrower.InferenceBatchLength);
            schedule.JacobianLength = Math.Max(schedule.JacobianLength, narrower.JacobianLength);
            schedule.WorkspaceLength = Math.Max(schedule.WorkspaceLength, narrower.WorkspaceLength);
        }

        return schedule;
    }
}
