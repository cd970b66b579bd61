using NetGen.Generator.Model;
using NetGen.Tests.Compiling;
using NetGen.Tests.Oracle;

namespace NetGen.Tests;

/// <summary>Every derivative that the compiler derives is the limit of differences of what it derived it from.</summary>
public class GradientTests
{
    private const int Inputs = 5;
    private const int Outputs = 3;
    private const int Count = 6;

    /// <summary>Central differences in double are right to about 1e-7.</summary>
    private const double Tolerance = 1e-6;

    public static TheoryData<Activation, Loss, Reduction> HiddenActivations()
    {
        // Every activation with every loss; the loss's reductions take turns.
        var networks = new TheoryData<Activation, Loss, Reduction>();
        foreach (var activation in Enum.GetValues<Activation>())
        {
            foreach (var loss in Enum.GetValues<Loss>())
            {
                var reductions = RandomModels.ReductionsOf(loss);
                networks.Add(activation, loss, reductions[(int)activation % reductions.Length]);
            }
        }

        return networks;
    }

    public static TheoryData<Activation, Loss> OutputActivations()
    {
        var networks = new TheoryData<Activation, Loss>();
        foreach (var activation in Enum.GetValues<Activation>())
        {
            foreach (var loss in Enum.GetValues<Loss>().Where(loss => RandomModels.LastActivation(loss) is null))
                networks.Add(activation, loss);
        }

        return networks;
    }

    [Theory]
    [MemberData(nameof(HiddenActivations))]
    public void GradientsAreLimitsOfDifferences(Activation activation, Loss loss, Reduction reduction)
    {
        var model = Model(loss, (7, activation), (6, activation), (Outputs, LastActivation(loss))) with
        {
            Reduction = reduction.ToString(),
            WeightDecay = 0.1,
        };
        CheckWithTargets(model);
    }

    [Theory]
    [MemberData(nameof(OutputActivations))]
    public void GradientsThroughTheOutputActivationAreLimitsOfDifferences(Activation activation, Loss loss) =>
        CheckWithTargets(Model(loss, (4, Activation.Tanh), (Outputs, activation)));

    public static TheoryData<Activation, Loss> Classifiers()
    {
        var networks = new TheoryData<Activation, Loss>();
        foreach (var activation in Enum.GetValues<Activation>())
        {
            networks.Add(activation, Loss.SoftmaxCrossEntropy);
            networks.Add(activation, Loss.CategoricalCrossEntropy);
        }

        return networks;
    }

    [Theory]
    [MemberData(nameof(Classifiers))]
    public void GradientsOfLabelsAreLimitsOfDifferences(Activation activation, Loss loss)
    {
        var model = Model(loss, (7, activation), (Outputs, LastActivation(loss)));
        var network = (IClassifier<double>)Create(model);
        Assert(GradientCheck.Check(network, Samples(), RandomModels.Labels(new(2), Count, Outputs)));
    }

    private static Activation LastActivation(Loss loss) => RandomModels.LastActivation(loss) ?? Activation.Identity;

    private static NetworkModel Model(Loss loss, params (int Units, Activation Activation)[] layers) => Models
        .Chain(Inputs, layers.Select(layer => (layer.Units, layer.Activation.ToString(), true)), loss.ToString())
        .With(Precision.Double, Unrolling.Auto);

    private static INetwork<double> Create(NetworkModel model)
    {
        var network = GeneratedNetwork.Create(model);
        network.Parameters = RandomModels.Numbers(new(1), model.ParameterCount());
        return (INetwork<double>)network.Instance;
    }

    private static void CheckWithTargets(NetworkModel model) =>
        Assert(GradientCheck.Check(Create(model), Samples(), RandomModels.Targets(new(2), Count * Outputs)));

    private static double[] Samples() => RandomModels.Numbers(new(3), Count * Inputs);

    private static void Assert(GradientReport report) =>
        Xunit.Assert.True(report.LargestRelativeError < Tolerance, report.ToString());
}
