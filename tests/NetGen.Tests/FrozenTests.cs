using System.Numerics;
using NetGen.Generator.Model;
using NetGen.Tests.Compiling;
using NetGen.Tests.Oracle;

namespace NetGen.Tests;

/// <summary>A frozen network computes what the network computes whose parameters it has.</summary>
public class FrozenTests
{
    private const int Count = 37;

    private static readonly Dictionary<string, NetworkModel> Networks = new()
    {
        ["straight-line"] = Chain(2, [Dense(3, "Sigmoid"), Dense(2)]),
        ["small"] = Chain(8, [Dense(16, "Tanh"), Dense(16, "Tanh"), Dense(1, "Tanh")], "Quadratic"),
        ["constants"] = Chain(64, [Dense(32, "Relu"), Dense(10)]),
        ["data"] = Chain(64, [Dense(64, "Tanh"), Dense(64, "Tanh"), Dense(10)]),
        ["large"] = Chain(784, [Dense(128, "Relu"), Dense(10)]),
        ["tails"] = Chain(17, [Dense(33, "Gelu"), Dense(3, "Softplus")], "Quadratic"),
        ["one output"] = Chain(50, [Dense(1, "Sigmoid")], "BinaryCrossEntropy"),
        ["residual"] = Chain(19, [new ResidualModel(-1, "Tanh", true), new ResidualModel(0, "LeakyRelu", false), new DenseModel(1, 5, "Identity", true)]),
        ["skip"] = Chain(24, [new DenseModel(-1, 24, "Tanh", true), new SkipModel(0, -1), new DenseModel(1, 5, "Identity", true)]),
        ["shortest loops"] = Chain(24, [Dense(30, "Tanh"), Dense(5)]) with { Unrolling = Generator.Model.Unrolling.None },
        ["exact"] = Chain(20, [Dense(24, "Tanh"), Dense(5)]) with { Arithmetic = Generator.Model.Arithmetic.Exact },
        ["sparse inputs"] = Chain(100, [Dense(40, "Relu"), Dense(5)]) with { SparseInputs = true },
    };

    public static TheoryData<string, Precision, Target> Cases => NetworkCases.Of(Networks.Keys);

    /// <summary>Constants are the same numbers, and zeros of the same sums: on the machine that trained it, the same bits.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void OutputsAreThoseOfTheNetwork(string name, Precision precision, Target target)
    {
        if (precision == Precision.Single)
            Compare<float>(Networks[name], precision, target, _ => 1, isSame: target == Target.Net);
        else
            Compare<double>(Networks[name], precision, target, _ => 1, isSame: target == Target.Net);
    }

    /// <summary>Weights, rows and columns of zeros; at last all of them.</summary>
    [Theory]
    [InlineData("constants", 0.5)]
    [InlineData("constants", 0.9)]
    [InlineData("constants", 0.99)]
    [InlineData("small", 0.8)]
    [InlineData("tails", 0.95)]
    [InlineData("data", 0.99)]
    [InlineData("residual", 0.97)]
    [InlineData("straight-line", 1)]
    [InlineData("constants", 1)]
    public void SoAreThoseOfAPrunedOne(string name, double zeros)
    {
        foreach (var target in Enum.GetValues<Target>())
        {
            var random = new SeededRandom(5);
            var full = Compare<float>(Networks[name], Precision.Single, target, _ => 1);
            var pruned = Compare<float>(Networks[name], Precision.Single, target, _ => random.NextInt32(1000) < 1000 * zeros ? 0 : 1);
            Assert.InRange(pruned.Source.Length, 1, full.Source.Length + 64);
            Assert.DoesNotMatch(@"(?<![\w.])0f \*", pruned.Source);
        }
    }

    /// <summary>Eight of 64 inputs and units are left of each layer: few enough vectors to be constants.</summary>
    [Fact]
    public void SoAreThoseOfOneWithoutMostInputs()
    {
        var pruned = Compare<float>(Networks["data"], Precision.Single, Target.Net, parameter => parameter % 64 < 8 ? 1 : 0);
        Assert.Contains("Vector512.Create(", pruned.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("straight-line")]
    [InlineData("small")]
    [InlineData("constants")]
    [InlineData("large")]
    [InlineData("residual")]
    [InlineData("skip")]
    public void SoAreThoseOfOneThatStandardizes(string name)
    {
        foreach (var target in Enum.GetValues<Target>())
        {
            var frozen = Compare<double>(Networks[name].Standardized(), Precision.Double, target, parameter => 1 + (parameter % 3));
            // Both add the standardised input itself.
            Assert.Equal(name is "residual" or "skip", frozen.Source.Contains("mean1", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void SoAreThoseOfManyNetworks()
    {
        foreach (var seed in Enumerable.Range(1, 24))
        {
            var model = RandomModels.Draw(seed);
            var target = (Target)(seed % 2);
            if (model.Precision == Generator.Model.Precision.Double)
                Compare<double>(model, Precision.Double, target, parameter => (parameter + seed) % 5 == 0 ? 0 : 1);
            else
                Compare<float>(model, Precision.Single, target, parameter => (parameter + seed) % 5 == 0 ? 0 : 1);
        }
    }

    [Theory]
    [InlineData("straight-line")]
    [InlineData("constants")]
    [InlineData("data")]
    public void NothingIsEverAllocated(string name)
    {
        var model = Networks[name].With(Precision.Single, Unrolling.Auto);
        var frozen = new FrozenModel<float>(model, (IPredictor<float>)ModelCompiler.Compile(model).CreateInstance());
        var (inputs, outputs) = (new float[model.Inputs * Count], new float[model.Outputs * Count]);
        Run();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Run()
        {
            frozen.Forward(inputs.AsSpan(0, model.Inputs), outputs.AsSpan(0, model.Outputs));
            frozen.ForwardLogits(inputs.AsSpan(0, model.Inputs), outputs.AsSpan(0, model.Outputs));
            frozen.ForwardBatch(inputs, outputs);
            frozen.Classify(inputs.AsSpan(0, model.Inputs));
        }
    }

    [Theory]
    [InlineData("straight-line")]
    [InlineData("small")]
    [InlineData("constants")]
    [InlineData("residual")]
    public void JacobiansAreThoseOfTheNetwork(string name)
    {
        foreach (var target in Enum.GetValues<Target>())
        {
            var model = Networks[name].With(Precision.Double, Unrolling.Auto) with { Jacobian = true };
            var trained = (IPredictor<double>)ModelCompiler.Compile(model).CreateInstance();
            trained.Initialize(4);
            var (input, output) = (RandomModels.Numbers(new SeededRandom(2), model.Inputs), new double[model.Outputs]);
            var expected = new double[model.Outputs * model.Inputs];
            ((IDifferentiable<double>)trained).ComputeJacobian(input, output, expected);
            var actual = new FrozenModel<double>(model, trained, target).Jacobian(input);
            for (var index = 0; index < expected.Length; index++)
                Assert.Equal(expected[index], actual[index], 1e-13);
        }
    }

    [Fact]
    public void WrongLengthsThrow()
    {
        var model = Networks["straight-line"].With(Precision.Single, Unrolling.Auto);
        var frozen = new FrozenModel<float>(model, (IPredictor<float>)ModelCompiler.Compile(model).CreateInstance());
        Assert.Throws<ArgumentException>(() => frozen.Forward(new float[1], new float[2]));
        Assert.Throws<ArgumentException>(() => frozen.Forward(new float[2], new float[3]));
        Assert.Throws<ArgumentException>(() => frozen.ForwardLogits(new float[3], new float[2]));
        Assert.Throws<ArgumentException>(() => frozen.ForwardBatch(new float[5], new float[4]));
        Assert.Throws<ArgumentException>(() => frozen.ForwardBatch(new float[4], new float[6]));
        Assert.Throws<ArgumentException>(() => frozen.ForwardBatch([], []));
        Assert.Throws<ArgumentException>(() => frozen.Classify(new float[1]));
        var memory = new float[8];
        Assert.Throws<ArgumentException>("output", () => frozen.Forward(memory.AsSpan(0, 2), memory.AsSpan(0, 2)));
        Assert.Throws<ArgumentException>("logits", () => frozen.ForwardLogits(memory.AsSpan(0, 2), memory.AsSpan(1, 2)));
        Assert.Throws<ArgumentException>("outputs", () => frozen.ForwardBatch(memory.AsSpan(0, 4), memory.AsSpan(3, 4)));
    }

    /// <summary>An instance stands for the static members where a model is asked for.</summary>
    [Fact]
    public void AnInstanceIsAModel()
    {
        var model = Networks["constants"].With(Precision.Single, Unrolling.Auto);
        var trained = (IPredictor<float>)ModelCompiler.Compile(model).CreateInstance();
        var frozen = (IModel<float>)Activator.CreateInstance(new FrozenModel<float>(model, trained).Type)!;
        Assert.Equal((64, 10, 2410), (frozen.InputSize, frozen.OutputSize, frozen.ParameterCount));
        var inputs = RandomModels.Numbers(new SeededRandom(1), Count * 64).To<float>();
        var data = new Dataset<float>(inputs, 64, [.. Enumerable.Range(0, Count).Select(sample => trained.Classify(inputs.AsSpan(sample * 64, 64)))]);
        Assert.Equal(1, Evaluate.Classification(frozen, data).Accuracy);
    }

    private static FrozenModel<T> Compare<T>(
        NetworkModel network, Precision precision, Target target, Func<int, double> factor, bool isSame = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var model = network.With(precision, Enum.Parse<Unrolling>(network.Unrolling.ToString()));
        var trained = (IPredictor<T>)ModelCompiler.Compile(model).CreateInstance();
        var parameters = new T[trained.ParameterCount];
        trained.Initialize(3);
        trained.CopyParametersTo(parameters);
        var random = new SeededRandom(7);
        for (var index = 0; index < parameters.Length; index++)
            parameters[index] = T.CreateTruncating(factor(index)) * (parameters[index] + (T.CreateTruncating(random.NextInt32(100)) / T.CreateTruncating(1000)));
        trained.SetParameters(parameters);

        var frozen = new FrozenModel<T>(model, trained, target);
        var (size, outputs) = (model.Inputs, model.Outputs);
        var inputs = RandomModels.Numbers(random, Count * size).To<T>();
        var (expected, actual) = (new T[Count * outputs], new T[Count * outputs]);
        trained.ForwardBatch(inputs, expected);
        frozen.ForwardBatch(inputs, actual);
        Check(expected, actual);

        for (var sample = 0; sample < Count; sample++)
        {
            var input = inputs.AsSpan(sample * size, size);
            var (one, same) = (new T[outputs], new T[outputs]);
            trained.Forward(input, one);
            frozen.Forward(input, same);
            Check(one, same);
            trained.ForwardLogits(input, one);
            frozen.ForwardLogits(input, same);
            Check(one, same);
            if (isSame)
                Assert.Equal(trained.Classify(input), frozen.Classify(input));
        }

        return frozen;

        void Check(T[] expected, T[] actual)
        {
            if (isSame)
            {
                Assert.Equal(expected, actual);
                return;
            }

            var tolerance = precision == Precision.Double ? 1e-11 : 1e-4;
            for (var index = 0; index < expected.Length; index++)
            {
                var (a, b) = (double.CreateChecked(expected[index]), double.CreateChecked(actual[index]));
                Assert.True(Math.Abs(a - b) <= tolerance * (1 + Math.Abs(a)), $"{model}: {a} is {b}");
            }
        }
    }

    private static DenseModel Dense(int units, string activation = "Identity") => new(-1, units, activation, true);

    private static NetworkModel Chain(int inputs, LayerModel[] layers, string loss = "SoftmaxCrossEntropy") => Models.Chain(
        inputs,
        layers.Select((layer, index) => layer is DenseModel { Source: -1 } ? layer with { Source = index - 1 } : layer),
        loss);
}
