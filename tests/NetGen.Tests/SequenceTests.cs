using NetGen.Generator.Model;
using NetGen.Tests.Compiling;
using NetGen.Tests.Oracle;

namespace NetGen.Tests;

/// <summary>A sequence of samples trains as the samples one by one do.</summary>
public class SequenceTests
{
    private const double LearningRate = 0.01;

    // First layers of 4096 weights or more run in blocks of 16 samples.
    private static readonly Dictionary<string, NetworkModel> InBlocks = new()
    {
        ["dense"] = Chain(70, [new DenseModel(-1, 61, "Relu", true), new DenseModel(0, 5, "Identity", true)]),
        ["no bias"] = Chain(33, [new DenseModel(-1, 150, "Gelu", false), new DenseModel(0, 4, "Identity", false)]),
        ["residual second"] = Chain(
            70, [new DenseModel(-1, 64, "Tanh", true), new ResidualModel(0, "Silu", true), new DenseModel(1, 5, "Identity", true)]),
        ["residual first"] = Chain(65, [new ResidualModel(-1, "Tanh", true), new DenseModel(0, 5, "Identity", true)], "Quadratic"),
        ["input read again"] = Chain(
            66, [new DenseModel(-1, 66, "Relu", true), new DenseModel(-1, 66, "Tanh", true), new SkipModel(1, 0), new DenseModel(2, 3, "Identity", true)]),
        ["deep"] = Chain(
            300,
            [
                new DenseModel(-1, 20, "Tanh", true), new DenseModel(0, 9, "Sigmoid", true), new ResidualModel(1, "Relu", true),
                new DenseModel(2, 8, "Softplus", true), new DenseModel(3, 7, "Tanh", true), new DenseModel(4, 2, "Identity", true),
            ]),
        ["one layer"] = Chain(500, [new DenseModel(-1, 10, "Identity", true)]),
        ["one unit"] = Chain(4100, [new DenseModel(-1, 1, "Identity", true)], "Quadratic"),
        ["two units"] = Chain(2100, [new DenseModel(-1, 2, "Sigmoid", true)], "BinaryCrossEntropy"),
        ["frozen last"] = Chain(
            70, [new DenseModel(-1, 61, "Relu", true), new DenseModel(0, 5, "Identity", true) { Trainable = nameof(Trainable.None) }]),
        ["shortest loops"] = Chain(70, [new DenseModel(-1, 61, "Tanh", true), new DenseModel(0, 5, "Identity", true)]) with
        {
            Unrolling = Generator.Model.Unrolling.None,
        },
        ["longest loops"] = Chain(70, [new DenseModel(-1, 61, "Tanh", true), new DenseModel(0, 5, "Identity", true)]) with
        {
            Unrolling = Generator.Model.Unrolling.Full,
        },
    };

    private static readonly Dictionary<string, NetworkModel> OneByOne = new()
    {
        ["small"] = Chain(20, [new DenseModel(-1, 30, "Tanh", true), new DenseModel(0, 5, "Identity", true)]),
        ["straight-line"] = Chain(4, [new DenseModel(-1, 3, "Tanh", true), new DenseModel(0, 2, "Identity", true)]),
        ["weight decay"] = InBlocks["dense"] with { WeightDecay = 0.01 },
        ["sparse inputs"] = InBlocks["dense"] with { SparseInputs = true },
        ["standardised"] = InBlocks["dense"].Standardized(),
        ["short batches"] = InBlocks["dense"] with { BatchSize = 15 },
        ["frozen first"] = Chain(
            70, [new DenseModel(-1, 61, "Relu", true) { Trainable = nameof(Trainable.Biases) }, new DenseModel(0, 5, "Identity", true)]),
    };

    public static TheoryData<string, Precision, int> Cases()
    {
        var cases = new TheoryData<string, Precision, int>();
        foreach (var network in InBlocks.Keys.Concat(OneByOne.Keys))
        {
            foreach (var count in new[] { 1, 5, 16, 32, 33, 100 })
            {
                foreach (var precision in Enum.GetValues<Precision>())
                    cases.Add(network, precision, count);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ASequenceIsTheStepsOfItsSamples(string name, Precision precision, int count)
    {
        var model = (InBlocks.GetValueOrDefault(name) ?? OneByOne[name]) with { Precision = Enum.Parse<Generator.Model.Precision>(precision.ToString()) };
        AssertEqualSteps(model, Target.Net, precision == Precision.Double ? 1e-12 : 1e-4, count);
    }

    [Fact]
    public void ItIsOnNetStandardToo() => AssertEqualSteps(InBlocks["dense"], Target.NetStandard, 1e-4, 33);

    [Fact]
    public void LargeFirstLayersRunInBlocks()
    {
        Assert.All(InBlocks.Values, model => Assert.Contains("StepInBatch(", ModelCompiler.Compile(model).GeneratedSource));
        Assert.All(OneByOne.Values, model => Assert.DoesNotContain("StepInBatch(", ModelCompiler.Compile(model).GeneratedSource));
    }

    private static void AssertEqualSteps(NetworkModel model, Target target, double tolerance, int count)
    {
        var inputs = RandomModels.Numbers(new(4), count * model.Inputs);
        var targets = RandomModels.Targets(new(5), count * model.OutputSize());
        var parameters = RandomModels.Numbers(new(3), model.ParameterCount()).Select(value => value / 10).ToArray();
        AssertEqual(network => network.WithTargets(inputs, targets));
        if (GeneratedNetwork.Create(model, target).TakesLabels)
        {
            var labels = RandomModels.Labels(new(6), count, model.OutputSize());
            AssertEqual(network => network.WithLabels(inputs, labels));
        }

        void AssertEqual(Func<GeneratedNetwork, BatchTraining> training)
        {
            var (single, sequence) = (GeneratedNetwork.Create(model, target), GeneratedNetwork.Create(model, target));
            single.Parameters = parameters;
            sequence.Parameters = parameters;
            var steps = training(single);
            var loss = Enumerable.Range(0, count).Average(sample => steps.TrainStep(sample, LearningRate));
            AssertClose(loss, training(sequence).TrainSequence(LearningRate));
            Assert.NotEqual(parameters, sequence.Parameters);
            Assert.All(single.Parameters.Zip(sequence.Parameters), pair => AssertClose(pair.First, pair.Second));
        }

        void AssertClose(double expected, double actual) =>
            Assert.InRange(Math.Abs(actual - expected), 0, tolerance * Math.Max(1, Math.Abs(expected)));
    }

    private static NetworkModel Chain(int inputs, IEnumerable<LayerModel> layers, string loss = "SoftmaxCrossEntropy") =>
        Models.Chain(inputs, layers, loss);
}
