using System.Numerics;
using NetGen.Generator.Model;
using NetGen.Tests.Compiling;
using NetGen.Tests.Networks;
using NetGen.Tests.Oracle;
using NetGen.Tests.Reference;

namespace NetGen.Tests;

/// <summary>A layer that can be looked at shows what it gives inside the network.</summary>
public class VisibleLayerTests
{
    // What is behind the last of them is of the same form, straight-line code or loops, as the whole network.
    private static readonly Dictionary<string, NetworkModel> Networks = new()
    {
        ["straight-line"] = Chain(2, new DenseModel(-1, 3, "Sigmoid", true), new DenseModel(0, 2, "Tanh", true), new DenseModel(1, 2, "Identity", true)),
        ["in registers"] = Chain(8, new DenseModel(-1, 16, "Tanh", true), new DenseModel(0, 16, "Gelu", true), new DenseModel(1, 4, "Identity", true)),
        ["in memory"] = Chain(70, new DenseModel(-1, 65, "Tanh", true), new DenseModel(0, 66, "Mish", false), new DenseModel(1, 10, "Identity", true)),
        ["tails"] = Chain(17, new DenseModel(-1, 33, "Softmax", true), new DenseModel(0, 13, "Softplus", true), new DenseModel(1, 5, "Identity", true)),
        ["residual"] = Chain(19, new ResidualModel(-1, "Tanh", true), new ResidualModel(0, "LeakyRelu", false), new DenseModel(1, 5, "Identity", true)),
        ["skip"] = Chain(24, new DenseModel(-1, 24, "Tanh", true), new SkipModel(0, -1), new DenseModel(1, 5, "Identity", true)),
        ["standardized"] = Chain(20, new DenseModel(-1, 24, "Tanh", true), new DenseModel(0, 5, "Identity", true)).Standardized(),
        ["shortest loops"] = Chain(24, new DenseModel(-1, 30, "Tanh", true), new DenseModel(0, 5, "Identity", true)) with { Unrolling = Generator.Model.Unrolling.None },
        ["exact"] = Chain(20, new DenseModel(-1, 24, "Tanh", true), new DenseModel(0, 5, "Identity", true)) with { Arithmetic = Generator.Model.Arithmetic.Exact },
        ["sparse inputs"] = Chain(100, new DenseModel(-1, 40, "Relu", true), new DenseModel(0, 5, "Identity", true)) with { SparseInputs = true },
        ["inference"] = Chain(30, new DenseModel(-1, 40, "Relu", true), new DenseModel(0, 5, "Identity", true)) with { Training = false },
    };

    // The plain interpreter knows no skips.
    public static TheoryData<string, Precision, Target> Cases => NetworkCases.Of(Networks.Keys.Where(name => name != "skip"));

    public static TheoryData<string> Names => [.. Networks.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void ItIsThatOfThePlainInterpreter(string name, Precision precision, Target target)
    {
        var model = Visible(name, precision);
        var network = GeneratedNetwork.Create(model, target);
        network.Parameters = Parameters(model);
        var tolerance = precision == Precision.Single ? new Tolerance(1e-4, 1e-5) : new Tolerance(1e-11, 1e-12);
        foreach (var input in Inputs(model))
        {
            foreach (var layer in model.VisibleLayers)
            {
                var expected = new PlainInterpreter(Before(model, layer), FirstOf(network.Parameters, Before(model, layer))).Forward(input);
                var actual = network.ForwardTo(model.Layers[layer].Visible!, expected.Length, input);
                for (var unit = 0; unit < expected.Length; unit++)
                    tolerance.Check($"layer {layer + 1}, unit {unit}", expected[unit], actual[unit]);
            }
        }
    }

    /// <summary>The network that ends there gives the same bits, and the network that begins there goes on to the same output.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void ItIsPartOfTheWholePass(string name)
    {
        var model = Visible(name, Precision.Single);
        var last = model.VisibleLayers.Last();
        var (whole, before, after) = (GeneratedNetwork.Create(model), GeneratedNetwork.Create(Before(model, last)), GeneratedNetwork.Create(After(model, last)));
        whole.Parameters = Parameters(model);
        before.Parameters = FirstOf(whole.Parameters, Before(model, last));
        after.Parameters = whole.Parameters[^After(model, last).ParameterCount()..];
        foreach (var input in Inputs(model))
        {
            var seen = whole.ForwardTo(model.Layers[last].Visible!, model.UnitsOf(last), input);
            Assert.Equal(before.Forward(input), seen);
            Assert.Equal(whole.Forward(input), after.Forward(seen));
        }
    }

    /// <summary>To the same bits, but where the mean and the scale of the input have become part of the weights.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void AFrozenNetworkShowsTheSame(string name)
    {
        var model = Visible(name, Precision.Single);
        var trained = (IPredictor<float>)ModelCompiler.Compile(model).CreateInstance();
        trained.SetParameters(Parameters(model).To<float>());
        var frozen = new FrozenModel<float>(model, trained);
        foreach (var input in Inputs(model))
        {
            foreach (var layer in model.VisibleLayers)
            {
                var (expected, actual) = (new float[model.UnitsOf(layer)], new float[model.UnitsOf(layer)]);
                trained.Bind<Map<float>>(model.Layers[layer].Visible!.Method)(input.To<float>(), expected);
                frozen.ForwardTo(model.Layers[layer].Visible!)(input.To<float>(), actual);
                Assert.Equal(expected, actual);
            }
        }
    }

    /// <summary>A mean that cannot be looked at is part of the weights of a frozen network, and the layers below keep their names.</summary>
    [Fact]
    public void AFoldedLayerMovesNoName()
    {
        var plain = Networks["standardized"];
        var model = plain.WithVisibleLayers();
        model = model with { Layers = model.Layers.Select((layer, index) => index == 0 ? layer with { Visible = null } : layer).ToEquatableArray() };
        var trained = (IPredictor<float>)ModelCompiler.Compile(model).CreateInstance();
        trained.SetParameters(Parameters(model).To<float>());
        var (expected, actual) = (new float[24], new float[24]);
        var input = Inputs(model)[0].To<float>();
        trained.Bind<Map<float>>("ForwardToLayer2")(input, expected);
        new FrozenModel<float>(model, trained).ForwardTo(model.Layers[1].Visible!)(input, actual);
        for (var unit = 0; unit < 24; unit++)
            Assert.Equal(expected[unit], actual[unit], 1e-5f);
    }

    [Fact]
    public void ItsMembersAreCalledByItsName()
    {
        var network = new VisibleNetwork(seed: 1);
        Assert.Equal((17, 9), (VisibleNetwork.ClassSize, VisibleNetwork.LastHiddenLayerSize));
        Span<float> first = new float[17], second = new float[9];
        network.ForwardToClass(new float[20], @class: first);
        network.ForwardToLastHiddenLayer(new float[20], lastHiddenLayer: second);
        Assert.True(first.SequenceEqual(new float[17]) && second.SequenceEqual(new float[9]), "Without biases nothing comes of nothing.");
    }

    [Fact]
    public void WrongSpansAreRefused()
    {
        var network = new VisibleNetwork(seed: 1);
        Assert.Throws<ArgumentException>("input", () => network.ForwardToClass(new float[19], new float[17]));
        Assert.Throws<ArgumentException>("class", () => network.ForwardToClass(new float[20], new float[16]));
        var memory = new float[36];
        Assert.Throws<ArgumentException>("class", () => network.ForwardToClass(memory.AsSpan(0, 20), memory.AsSpan(19, 17)));
    }

    [Fact]
    public void ManyThreadsLookAtOnce()
    {
        var (network, expected) = (new VisibleNetwork(seed: 1), new float[9]);
        var input = RandomModels.Numbers(new(1), 20).To<float>();
        network.ForwardToLastHiddenLayer(input, expected);
        Parallel.For(0, 1000, _ =>
        {
            var actual = new float[9];
            network.ForwardToLastHiddenLayer(input, actual);
            Assert.Equal(expected, actual);
        });
    }

    private static NetworkModel Chain(int inputs, params LayerModel[] layers) => Models.Chain(inputs, layers, "Quadratic");

    private static NetworkModel Visible(string name, Precision precision) =>
        Networks[name].With(precision, Enum.Parse<Unrolling>(Networks[name].Unrolling.ToString())).WithVisibleLayers();

    /// <summary>The network that ends with a layer, in code of the same form.</summary>
    private static NetworkModel Before(NetworkModel model, int layer) => model with
    {
        Layers = model.Layers.Take(layer + 1).Select(part => part with { Visible = null }).ToEquatableArray(),
    };

    /// <summary>The network that begins behind a layer, which is all that later ones read.</summary>
    private static NetworkModel After(NetworkModel model, int layer) => model with
    {
        Inputs = model.UnitsOf(layer),
        Layers = model.Layers.Skip(layer + 1).Select(part => part with { Source = part.Source - layer - 1 }).ToEquatableArray(),
        SparseInputs = false,
    };

    private static double[] FirstOf(double[] parameters, NetworkModel model) => parameters[..model.ParameterCount()];

    private static double[] Parameters(NetworkModel model) => [.. RandomModels.Numbers(new(3), model.ParameterCount()).Select(number => 0.3 * number)];

    private static double[][] Inputs(NetworkModel model) => [.. RandomModels.Numbers(new(5), 4 * model.Inputs).To<float>().ToDouble().Rows(model.Inputs)];
}
