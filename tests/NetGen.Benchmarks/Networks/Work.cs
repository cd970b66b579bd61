namespace NetGen.Benchmarks.Networks;

/// <summary>What is timed. The numbers are those of <c>Peers/peer.h</c>.</summary>
internal enum Work
{
    /// <summary>Infer one sample.</summary>
    InferOne = 1,

    /// <summary>One step of gradient descent on one sample.</summary>
    TrainOne = 2,

    /// <summary>Infer <see cref="Workload.Samples"/> samples.</summary>
    InferBatch = 3,

    /// <summary>One step of gradient descent on the mean loss of <see cref="Workload.Samples"/> samples.</summary>
    TrainBatch = 4,
}

internal static class Works
{
    public static IReadOnlyList<Work> All { get; } = Enum.GetValues<Work>();

    public static string Text(this Work work) => work switch
    {
        Work.InferOne => "infer 1",
        Work.TrainOne => "train 1",
        Work.InferBatch => $"infer {Workload.Samples}",
        _ => $"train {Workload.Samples}",
    };
}
