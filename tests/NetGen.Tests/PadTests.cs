using System.Numerics;
using NetGen.Generator.Model;
using NetGen.Tests.Compiling;
using NetGen.Tests.Oracle;

namespace NetGen.Tests;

/// <summary>Kernels keep parameters padded to whole vectors; what a pad holds never reaches a result.</summary>
public class PadTests
{
    private const int Count = 7;

    private static readonly NetworkModel[] Models =
    [
        Model(5, nameof(Loss.SoftmaxCrossEntropy), (3, "Sigmoid"), (2, "Identity")),
        Model(15, nameof(Loss.Quadratic), (31, "Tanh"), (7, "Identity")),
        Model(17, nameof(Loss.SoftmaxCrossEntropy), (33, "Relu"), (3, "Identity")),
        Model(9, nameof(Loss.BinaryCrossEntropyWithLogits), (20, "Sigmoid"), (13, "Tanh"), (1, "Identity")),
        Model(7, nameof(Loss.Quadratic), (1, "Sigmoid"), (19, "Sigmoid")),
        Model(3, nameof(Loss.Quadratic), (33, "Tanh"), (17, "Identity")),
    ];

    public static TheoryData<int, Precision, Unrolling> Networks()
    {
        var networks = new TheoryData<int, Precision, Unrolling>();
        foreach (var precision in Enum.GetValues<Precision>())
        {
            foreach (var unrolling in Enum.GetValues<Unrolling>())
            {
                for (var index = 0; index < Models.Length; index++)
                    networks.Add(index, precision, unrolling);
            }
        }

        return networks;
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void ResultsAreTheSameBitForBitWithNaNInEveryPad(int index, Precision precision, Unrolling unrolling)
    {
        var model = Models[index].With(precision, unrolling);
        var network = GeneratedNetwork.Create(model);
        var clean = Results(model, network);
        FillPads(network.Instance);
        Assert.Equal(clean, Results(model, network));
    }

    /// <summary>Without pads anywhere the test above would say nothing.</summary>
    [Fact]
    public void SomeNetworksHavePads() => Assert.Contains(
        Models, model => FillPads(GeneratedNetwork.Create(model.With(Precision.Single, Unrolling.Auto)).Instance) > 0);

    private static NetworkModel Model(int inputs, string loss, params (int Units, string Activation)[] layers) =>
        Compiling.Models.Chain(inputs, layers.Select(layer => (layer.Units, layer.Activation, true)), loss)
        with
        {
            WeightDecay = 0.01,
            BatchSize = 4,
            Jacobian = true,
        };

    /// <summary>All that a network computes on fixed data, one number after the other, as bits.</summary>
    private static List<long> Results(NetworkModel model, GeneratedNetwork network)
    {
        var random = new SeededRandom(8);
        network.Parameters = RandomModels.Numbers(random, model.ParameterCount());
        var inputs = RandomModels.Numbers(random, Count * model.Inputs);
        var targets = RandomModels.Targets(random, Count * model.OutputSize());
        var labels = RandomModels.Labels(random, Count, model.OutputSize());

        var numbers = new List<double>();
        foreach (var input in inputs.Rows(model.Inputs))
        {
            numbers.AddRange(network.Forward(input));
            numbers.AddRange(network.ForwardLogits(input));
            numbers.AddRange(network.ComputeJacobian(input).Jacobian);
        }

        numbers.AddRange(network.ForwardBatch(inputs, Count));
        numbers.Add(network.Penalty);
        AddTraining(network.WithTargets(inputs, targets));
        if (network.TakesLabels)
            AddTraining(network.WithLabels(inputs, labels));
        return numbers.ConvertAll(BitConverter.DoubleToInt64Bits);

        void AddTraining(BatchTraining training)
        {
            numbers.Add(training.ComputeLossBatch());
            numbers.AddRange(training.ComputeGradientsBatch().Gradients);
            numbers.AddRange(training.ComputeInputGradientsBatch().Gradients);
            numbers.Add(training.ComputeLoss(0));
            numbers.AddRange(training.ComputeGradients(0).Gradients);
            numbers.AddRange(training.ComputeInputGradients(0).Gradients);
            numbers.Add(training.TrainBatch(0.1));
            numbers.AddRange(network.Parameters);
            numbers.Add(training.TrainStep(0, 0.1));
            numbers.AddRange(network.Parameters);
        }
    }

    private static int FillPads(object network) => network is INetwork<double> inDouble
        ? FillPads(inDouble)
        : FillPads((INetwork<float>)network);

    /// <summary>Writes NaN into every packed element that no tensor has, and counts them.</summary>
    private static int FillPads<T>(INetwork<T> network)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var marks = new T[network.PackedParameters.Length];
        var ones = new T[network.ParameterCount];
        Array.Fill(ones, T.One);
        network.Layout.Pack<T>(ones, marks);

        var pads = 0;
        for (var k = 0; k < marks.Length; k++)
        {
            if (marks[k] == T.Zero)
            {
                network.PackedParameters[k] = T.NaN;
                pads++;
            }
        }

        return pads;
    }
}
