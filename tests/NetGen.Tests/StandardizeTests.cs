using NetGen.Generator.Model;
using NetGen.Tests.Compiling;
using NetGen.Tests.Networks;
using NetGen.Tests.Oracle;
using NetGen.Tests.Reference;
using static NetGen.Tests.Networks.NetworkParameters;

namespace NetGen.Tests;

/// <summary>A network that standardises its input learns and computes on raw data what another does on standardised data.</summary>
public class StandardizeTests
{
    private const int Count = 37;
    private const double LearningRate = 0.0625;

    private static readonly Dictionary<string, NetworkModel> Networks = new()
    {
        ["straight-line"] = Chain(3, [new DenseModel(-1, 4, "Tanh", true), new DenseModel(0, 2, "Identity", true)]),
        ["one output"] = Chain(50, [new DenseModel(-1, 1, "Identity", true)], "Quadratic"),
        ["tiled"] = Chain(21, [new DenseModel(-1, 17, "Relu", true), new DenseModel(0, 5, "Identity", false)]),
        ["residual first"] = Chain(19, [new ResidualModel(-1, "Tanh", true), new DenseModel(0, 5, "Identity", true)]),
        ["read twice"] = Chain(
            24, [new DenseModel(-1, 24, "Tanh", true), new SkipModel(0, -1), new DenseModel(1, 5, "Identity", true)]),
        ["large"] = Chain(100, [new DenseModel(-1, 64, "Gelu", true), new DenseModel(0, 10, "Identity", true)]),
        ["shortest loops"] = Chain(24, [new DenseModel(-1, 30, "Tanh", true), new DenseModel(0, 5, "Identity", true)]) with
        {
            Unrolling = Generator.Model.Unrolling.None,
        },
    };

    public static TheoryData<string, Precision, Target> Cases => NetworkCases.Of(Networks.Keys);

    /// <summary>x̂ = (1, −½), a = 2 − 2 + 3 = 3 and δ = a − y = 2.</summary>
    [Fact]
    public void TheNumbersAreThoseOfTheFormula()
    {
        var network = ByHand();
        double[] input = [12, 150], target = [1];
        var (output, gradients, inputGradients) = (new double[1], new double[7], new double[2]);

        network.Forward(input, output);
        Assert.Equal(3, output[0], 1e-12);
        Assert.Equal(2, network.ComputeGradients(input, target, gradients), 1e-12);
        Check([0, 0, 0, 0, 2 + (0.5 * 2), -1 + (0.5 * 4), 2], gradients);
        network.ComputeInputGradients(input, target, inputGradients);
        Check([2 * 2 * 0.5, 2 * 4 * 0.01], inputGradients);
        Assert.Equal(0.5 * 0.5 * (4 + 16), network.WeightDecayPenalty(), 1e-12);

        // An input of 0 is not 0 once it is standardised: x̂ = (−5, −2).
        network.Forward([0, 0], output);
        Assert.Equal(-10 - 8 + 3, output[0], 1e-12);
    }

    [Fact]
    public void TrainingChangesNeitherMeanNorScale()
    {
        double[] inputs = [12, 150, 0, 0, -7, 1000], targets = [1, 2, 4];
        foreach (var train in new Action<StandardizedNetwork>[]
        {
            network => network.TrainStep([12, 150], [1], 0.001),
            network => network.TrainBatch(inputs, targets, 0.001),
            network => network.TrainSequence(inputs, targets, 0.001),
            network => new AdamW<double>(network, 0.001, weightDecay: 0.1).Step([.. Enumerable.Repeat(1.0, network.Layout.PackedLength)], addWeightDecay: false),
        })
        {
            var network = ByHand();
            train(network);
            var parameters = Parameters(network);
            Assert.Equal([10, 200, 0.5, 0.01], parameters[..4]);
            Assert.DoesNotContain(parameters[4..], value => value is 2 or 4 or 3);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void RawDataGivesWhatStandardisedDataGives(string name, Precision precision, Target target)
    {
        var plain = Networks[name].With(precision, Unrolling.Auto) with { Unrolling = Networks[name].Unrolling };
        var model = plain.Standardized();
        var (mean, deviation) = Statistics(plain.Inputs);
        var standardised = RandomModels.Numbers(new(1), Count * plain.Inputs);
        double[] raw = [.. standardised.Select((value, index) => mean[index % plain.Inputs] + (value * deviation[index % plain.Inputs]))];
        var targets = RandomModels.Targets(new(2), Count * plain.OutputSize());
        var weights = Array.ConvertAll(RandomModels.Numbers(new(3), plain.ParameterCount()), number => number / 4);
        var (expected, actual) = (GeneratedNetwork.Create(plain, target), GeneratedNetwork.Create(model, target));
        double[] statistics = [.. mean, .. deviation.Select(value => 1 / value)];
        expected.Parameters = weights;
        actual.Parameters = [.. statistics, .. weights];
        var (expectedTraining, actualTraining) = (expected.WithTargets(standardised, targets), actual.WithTargets(raw, targets));

        Outputs();
        Check(expectedTraining.ComputeGradientsBatch().Gradients, Weights(actualTraining.ComputeGradientsBatch().Gradients));
        Check(
            [.. expectedTraining.ComputeInputGradientsBatch().Gradients.Select((value, index) => value / deviation[index % plain.Inputs])],
            actualTraining.ComputeInputGradientsBatch().Gradients);
        for (var round = 0; round < 3; round++)
        {
            Check([expectedTraining.TrainBatch(LearningRate)], [actualTraining.TrainBatch(LearningRate)]);
            Check([expectedTraining.TrainStep(round, LearningRate)], [actualTraining.TrainStep(round, LearningRate)]);
            Check([expectedTraining.TrainSequence(LearningRate)], [actualTraining.TrainSequence(LearningRate)]);
        }

        Check(expected.Parameters, Weights(actual.Parameters));
        Assert.Equal(precision == Precision.Double ? statistics : [.. statistics.Select(value => (double)(float)value)], actual.Parameters[..statistics.Length]);
        Outputs();

        void Outputs()
        {
            Check(expected.ForwardBatch(standardised, Count), actual.ForwardBatch(raw, Count));
            Check(expected.Forward(standardised.Row(5, plain.Inputs)), actual.Forward(raw.Row(5, plain.Inputs)));
        }

        double[] Weights(double[] values) => values[statistics.Length..];

        void Check(double[] one, double[] other) =>
            new GoldenValues(one).Check(name, other, new((precision == Precision.Double ? 1e-11 : 2e-4) * Math.Max(1, one.Max(value => Math.Abs(value))), 0));
    }

    [Fact]
    public void OtherLayersStartAsTheyDoWithoutIt()
    {
        var network = GeneratedNetwork.Create(Networks["tiled"].Standardized());
        var plain = GeneratedNetwork.Create(Networks["tiled"]);
        double[] statistics = [.. Enumerable.Repeat(0.0, 21), .. Enumerable.Repeat(1.0, 21)];
        foreach (var seed in new[] { 0, 5 })
        {
            ((INetwork<float>)network.Instance).Initialize(seed);
            ((INetwork<float>)plain.Instance).Initialize(seed);
            Assert.Equal([.. statistics, .. plain.Parameters], network.Parameters);
        }
    }

    [Fact]
    public void MeanAndScaleAreStoredWithTheNetwork()
    {
        var network = ByHand();
        Assert.Equal(
            ["0.mean [2]", "0.scale [2]", "1.weight [1, 2]", "1.bias [1]"], network.Layout.Tensors.Select(tensor => tensor.ToString()));
        Assert.Equal("2 -> Standardize -> Dense(1) : Quadratic", network.Layout.Architecture);
        Assert.Equal((7, 7), (StandardizedNetwork.ParameterCount, network.Layout.ParameterCount));
        using var stream = new MemoryStream();
        network.Save(stream);
        stream.Position = 0;
        var loaded = new StandardizedNetwork();
        loaded.Load(stream);
        Assert.Equal(Parameters(network), Parameters(loaded));
    }

    [Fact]
    public void TheViewsShowMeanAndScale()
    {
        var network = ByHand();
        Assert.Equal((2, 200, 2, 0.01), (network.Mean1.Length, network.Mean1[1], network.Scale1.Length, network.Scale1[1]));
        var mean = network.Mean1;
        mean[0] = -3;
        Assert.Equal([-3, 200, 0.5, 0.01, 2, 4, 3], Parameters(network));
    }

    [Theory]
    [InlineData("tiled")]
    [InlineData("read twice")]
    public void GradientsAreLimitsOfDifferences(string name)
    {
        var model = Networks[name].With(Precision.Double, Unrolling.Auto).Standardized();
        var network = GeneratedNetwork.Create(model);
        network.Parameters = Array.ConvertAll(RandomModels.Numbers(new(1), model.ParameterCount()), number => number / 2);
        var report = GradientCheck.Check(
            (INetwork<double>)network.Instance, RandomModels.Numbers(new(3), 6 * model.Inputs), RandomModels.Targets(new(2), 6 * model.OutputSize()));
        Assert.True(report.LargestRelativeError < 1e-6, report.ToString());
    }

    /// <summary>The standardised values of so many inputs are more than a thread's stack may hold.</summary>
    [Fact]
    public void AnyNumberOfInputsFitsASmallStack()
    {
        const int Inputs = 1 << 18;
        var network = GeneratedNetwork.Create(Chain(Inputs, [new DenseModel(-1, 1, "Identity", true)], "Quadratic").Standardized());
        var parameters = network.Parameters;
        Array.Fill(parameters, 1.0 / Inputs, 2 * Inputs, Inputs);
        network.Parameters = parameters;
        var input = new double[2 * Inputs];
        Array.Fill(input, 3);
        var outputs = new List<double>();
        var thread = new Thread(() => outputs.AddRange([.. network.Forward(input[..Inputs]), .. network.ForwardBatch(input, 2)]), maxStackSize: 512 * 1024);
        thread.Start();
        thread.Join();
        Assert.Equal(3, outputs.Count);
        Assert.All(outputs, output => Assert.Equal(3, output, 1e-4));
    }

    private static StandardizedNetwork ByHand()
    {
        var network = new StandardizedNetwork();
        network.SetParameters([10, 200, 0.5, 0.01, 2, 4, 3]);
        return network;
    }

    /// <summary>Of raw data whose units have nothing to do with each other; powers of 2, which lose no digit.</summary>
    private static (double[] Mean, double[] Deviation) Statistics(int inputs) => (
        [.. Enumerable.Range(0, inputs).Select(input => (double)((7 * input % 5) - 2))],
        [.. Enumerable.Range(0, inputs).Select(input => Math.Pow(2, (input % 7) - 3))]);

    private static void Check(double[] expected, double[] actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-12));

    private static NetworkModel Chain(int inputs, IEnumerable<LayerModel> layers, string loss = "SoftmaxCrossEntropy") =>
        Models.Chain(inputs, layers, loss);
}
