using NetGen.Tests.Compiling;
using NetGen.Tests.Oracle;

namespace NetGen.Tests;

/// <summary>What is not a number goes through as IEEE 754 says, and is neither swallowed nor an exception.</summary>
public class NaNTests
{
    private const int Inputs = 6;
    private const int Outputs = 3;
    private const int Count = 5;

    public static TheoryData<Activation, Loss, Precision, Target> Networks()
    {
        // Every activation with a third of the losses, in turns; precisions and targets take turns too.
        var networks = new TheoryData<Activation, Loss, Precision, Target>();
        var (precisions, targets) = (Enum.GetValues<Precision>(), Enum.GetValues<Target>());
        var turn = 0;
        foreach (var activation in Enum.GetValues<Activation>())
        {
            foreach (var loss in Enum.GetValues<Loss>().Where(loss => ((int)activation + (int)loss) % 3 == 0))
            {
                networks.Add(activation, loss, precisions[turn % precisions.Length], targets[turn / precisions.Length % targets.Length]);
                turn++;
            }
        }

        return networks;
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void NaNInGivesNaNOut(Activation activation, Loss loss, Precision precision, Target target)
    {
        var network = Create(activation, loss, precision, target);
        var inputs = RandomModels.Numbers(new(4), Count * Inputs);
        inputs[^1] = double.NaN;
        var outputs = network.ForwardBatch(inputs, Count).Rows(Outputs);
        Assert.All(outputs[^1], output => Assert.Equal(double.NaN, output));
        Assert.All(outputs[..^1].SelectMany(row => row), output => Assert.True(double.IsFinite(output)));
        Assert.All(network.Forward(inputs[^Inputs..]), output => Assert.Equal(double.NaN, output));

        var training = network.WithTargets(inputs, RandomModels.Targets(new(5), Count * Outputs));
        Assert.Equal(double.NaN, training.ComputeLossBatch());
        Assert.Equal(double.NaN, training.ComputeLoss(Count - 1));
        Assert.Contains(double.NaN, training.ComputeGradientsBatch().Gradients);
        Assert.Contains(double.NaN, training.ComputeGradients(Count - 1).Gradients);
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void InfinityInIsNoException(Activation activation, Loss loss, Precision precision, Target target)
    {
        var network = Create(activation, loss, precision, target);
        var inputs = RandomModels.Numbers(new(4), Count * Inputs);
        (inputs[0], inputs[^1]) = (double.PositiveInfinity, double.NegativeInfinity);
        network.ForwardBatch(inputs, Count);

        var training = network.WithTargets(inputs, RandomModels.Targets(new(5), Count * Outputs));
        training.ComputeGradientsBatch();
        training.TrainStep(0, learningRate: 0.1);
    }

    private static GeneratedNetwork Create(Activation activation, Loss loss, Precision precision, Target target)
    {
        var model = Models.Chain(
            Inputs,
            [(18, activation.ToString(), true), (Outputs, (RandomModels.LastActivation(loss) ?? Activation.Identity).ToString(), true)],
            loss.ToString());
        var network = GeneratedNetwork.Create(model.With(precision, Unrolling.Auto), target);
        network.Parameters = RandomModels.Numbers(new(3), model.ParameterCount());
        return network;
    }
}
