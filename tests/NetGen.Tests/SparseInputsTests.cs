using NetGen.Generator.Model;
using NetGen.Tests.Compiling;
using NetGen.Tests.Oracle;

namespace NetGen.Tests;

/// <summary>Skipping the inputs that are 0 changes no result.</summary>
public class SparseInputsTests
{
    private const int Count = 6;
    private const double LearningRate = 0.1;

    // Widths of one vector and of a tile and more, and layers that read the input again.
    private static readonly Dictionary<string, NetworkModel> Networks = new()
    {
        ["one tile"] = Chain(70, [new DenseModel(-1, 40, "Tanh", true), new DenseModel(0, 5, "Identity", true)]),
        ["many tiles, no bias"] = Chain(33, [new DenseModel(-1, 150, "Relu", false), new DenseModel(0, 4, "Identity", true)]),
        ["one layer"] = Chain(90, [new DenseModel(-1, 10, "Identity", true)]),
        ["one output"] = Chain(200, [new DenseModel(-1, 1, "Identity", true)], "Quadratic"),
        ["two outputs"] = Chain(200, [new DenseModel(-1, 2, "Identity", true)], "Quadratic"),
        ["residual"] = Chain(24, [new ResidualModel(-1, "Tanh", true), new DenseModel(0, 5, "Identity", true)]),
        ["two readers"] = Chain(24, [new DenseModel(-1, 24, "Tanh", true), new DenseModel(-1, 24, "Sigmoid", true), new SkipModel(1, 0)]),
        ["weight decay"] = Chain(24, [new DenseModel(-1, 24, "Tanh", true), new DenseModel(0, 5, "Identity", true)]) with { WeightDecay = 0.01 },
        ["shortest loops"] = Chain(24, [new DenseModel(-1, 70, "Tanh", true), new DenseModel(0, 5, "Identity", true)]) with
        {
            Unrolling = Generator.Model.Unrolling.None,
        },
        ["straight-line"] = Chain(4, [new DenseModel(-1, 3, "Tanh", true), new DenseModel(0, 2, "Identity", true)]),
    };

    public static TheoryData<string, Precision, Target, double> Cases()
    {
        var cases = new TheoryData<string, Precision, Target, double>();
        foreach (var network in Networks.Keys)
        {
            foreach (var precision in Enum.GetValues<Precision>())
            {
                foreach (var target in Enum.GetValues<Target>())
                {
                    cases.Add(network, precision, target, 0);
                    cases.Add(network, precision, target, 0.8);
                }
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ResultsAreThoseOfTheDenseNetwork(string name, Precision precision, Target target, double zeros)
    {
        var model = Networks[name].With(precision, Unrolling.Auto) with { Unrolling = Networks[name].Unrolling };
        var inputs = Inputs(Count * model.Inputs, zeros);
        var targets = RandomModels.Targets(new(5), Count * model.OutputSize());
        var (dense, sparse) = (Create(model, target), Create(model with { SparseInputs = true }, target));
        var tolerance = precision == Precision.Double ? 1e-13 : 1e-5;

        for (var sample = 0; sample < Count; sample++)
            Compare(dense.Forward(Input(sample)), sparse.Forward(Input(sample)));
        Compare(dense.ForwardBatch(inputs, Count), sparse.ForwardBatch(inputs, Count));

        var (expected, actual) = (dense.WithTargets(inputs, targets), sparse.WithTargets(inputs, targets));
        for (var sample = 0; sample < Count; sample++)
        {
            Compare([expected.ComputeLoss(sample)], [actual.ComputeLoss(sample)]);
            Compare(expected.ComputeGradients(sample).Gradients, actual.ComputeGradients(sample).Gradients);
            Compare(expected.ComputeInputGradients(sample).Gradients, actual.ComputeInputGradients(sample).Gradients);
        }

        Compare(expected.ComputeGradientsBatch().Gradients, actual.ComputeGradientsBatch().Gradients);
        for (var sample = 0; sample < Count; sample++)
        {
            Compare([expected.TrainStep(sample, LearningRate)], [actual.TrainStep(sample, LearningRate)]);
            Compare(dense.Parameters, sparse.Parameters);
        }

        Compare([expected.TrainBatch(LearningRate)], [actual.TrainBatch(LearningRate)]);
        Compare(dense.Parameters, sparse.Parameters);

        double[] Input(int sample) => inputs.Row(sample, model.Inputs);

        void Compare(double[] one, double[] other)
        {
            Assert.Equal(one.Length, other.Length);
            Assert.All(one.Zip(other), pair => Assert.InRange(pair.Second - pair.First, -tolerance * Scale(pair.First), tolerance * Scale(pair.First)));
        }
    }

    [Theory]
    [InlineData(Target.Net)]
    [InlineData(Target.NetStandard)]
    public void AWeightThatIsNoNumberDoesNotCountWhereItsInputIsZero(Target target)
    {
        var model = Networks["one tile"];
        var (dense, sparse) = (Create(model, target), Create(model with { SparseInputs = true }, target));
        var inputs = Inputs(model.Inputs, 0);
        inputs[3] = 0;
        var parameters = dense.Parameters;
        var expected = dense.Forward(inputs);
        parameters[3] = double.NaN; // The weight of input 3 and unit 0.
        dense.Parameters = parameters;
        sparse.Parameters = parameters;
        Assert.All(dense.Forward(inputs), output => Assert.Equal(double.NaN, output));
        Assert.All(sparse.Forward(inputs).Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-5));
    }

    [Fact]
    public void NaNInGivesNaNOut()
    {
        var model = Networks["one tile"];
        var inputs = Inputs(model.Inputs, 0.8);
        inputs[5] = double.NaN;
        Assert.All(Create(model with { SparseInputs = true }, Target.Net).Forward(inputs), output => Assert.Equal(double.NaN, output));
    }

    [Fact]
    public void InputsAreAskedWhetherTheyAreZero()
    {
        foreach (var target in Enum.GetValues<Target>())
        {
            var dense = ModelCompiler.Compile(Networks["one tile"], target).GeneratedSource;
            var sparse = ModelCompiler.Compile(Networks["one tile"] with { SparseInputs = true }, target).GeneratedSource;
            Assert.DoesNotContain("!= 0)", dense);
            Assert.Contains("!= 0)", sparse);
        }
    }

    private static double Scale(double value) => Math.Max(1, Math.Abs(value));

    private static GeneratedNetwork Create(NetworkModel model, Target target)
    {
        var network = GeneratedNetwork.Create(model, target);
        network.Parameters = RandomModels.Numbers(new(3), model.ParameterCount());
        return network;
    }

    private static double[] Inputs(int count, double zeros)
    {
        var values = RandomModels.Numbers(new(4), count);
        var random = new SeededRandom(6);
        return [.. values.Select(value => random.NextDouble() < zeros ? 0 : value)];
    }

    private static NetworkModel Chain(int inputs, IEnumerable<LayerModel> layers, string loss = "SoftmaxCrossEntropy") =>
        Models.Chain(inputs, layers, loss);
}
