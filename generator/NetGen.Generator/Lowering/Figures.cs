using System.Collections.Concurrent;
using NetGen.Generator.Model;

namespace NetGen.Generator.Lowering;

/// <summary>What a network costs beyond what its shape alone tells, see <see cref="Cost"/>.</summary>
/// <param name="BackwardMultiplyAdds">Of the gradient of one sample; 0 without training.</param>
/// <param name="ParameterBytes">Of the parameters, pads included.</param>
/// <param name="InferenceBytes">Of the working memory of one forward pass.</param>
/// <param name="TrainingBytes">Of a training workspace: the passes' own memory, and gradients; 0 without training.</param>
/// <param name="InferenceCodeBytes">An estimate of the machine code of the class without the members that train.</param>
/// <param name="CodeBytes">An estimate of the machine code of the class.</param>
internal sealed record Figures(
    long BackwardMultiplyAdds, long ParameterBytes, long InferenceBytes, long TrainingBytes, long InferenceCodeBytes, long CodeBytes)
{
    private const int MostKnown = 64;

    private static readonly ConcurrentDictionary<NetworkModel, Figures> Known = new();

    public static Figures Of(NetworkModel network, NetworkSchedule schedule)
    {
        var element = network.Precision == Precision.Double ? 8L : 4L;
        var inferenceCode = MachineCode.Of(network, schedule, training: false);
        return new(
            schedule.BackwardMultiplyAdds,
            network.Frozen is null || schedule.ReadsParameters ? schedule.PackedLength * element : 0,
            schedule.InferenceLength * element,
            network.Training ? (schedule.WorkspaceLength + schedule.PackedLength) * element : 0,
            inferenceCode,
            network.Training ? MachineCode.Of(network, schedule, training: true) : inferenceCode);
    }

    /// <summary>Schedules the network, which takes milliseconds: a budget asks on every keystroke, and mostly for the same.</summary>
    public static Figures Of(NetworkModel network, CancellationToken cancellationToken)
    {
        if (Known.TryGetValue(network, out var known))
            return known;
        if (Known.Count >= MostKnown)
            Known.Clear();
        return Known[network] = Of(network, NetworkSchedule.Build(network, cancellationToken));
    }
}
