using NetGen.Tests.Compiling;

namespace NetGen.Tests.Drawn;

/// <summary>Every public member of drawn networks, against a plain interpreter and against each other.</summary>
public class DrawnNetworkTests
{
    private const int Together = 24;

    public static TheoryData<int> Starts { get; } = [.. Enumerable.Range(0, Sweep.Count(8, 420)).Select(part => part * Together)];

    [Theory]
    [MemberData(nameof(Starts))]
    public void EveryMemberComputesWhatTheNetworkSays(int first)
    {
        var trials = Enumerable.Range(first, Together).Select(Trial.Of).ToList();
        foreach (var target in trials.GroupBy(trial => trial.Network.Target))
        {
            var assembly = ModelCompiler.CompileOnce([.. target.Select(trial => trial.Network.Source())], target.Key);
            foreach (var trial in target)
                trial.Run(assembly);
        }

        foreach (var target in trials.Where(trial => trial.File is not null).GroupBy(trial => trial.FrozenTarget))
        {
            var assembly = ModelCompiler.CompileOnce(
                [.. target.Select(trial => trial.Network.Source(trial.FileName))], target.Key, [.. target.Select(trial => new WeightText(trial.FileName, trial.File!))]);
            foreach (var trial in target)
                trial.RunFrozen(assembly);
        }
    }
}
