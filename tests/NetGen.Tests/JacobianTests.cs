using NetGen.Generator.Model;
using NetGen.Tests.Compiling;
using NetGen.Tests.Networks;
using NetGen.Tests.Oracle;
using NetGen.Tests.Reference;

namespace NetGen.Tests;

/// <summary>ComputeJacobian gives what Forward gives, to the bit, and its derivative by every input.</summary>
public class JacobianTests
{
    private const int Samples = 3;

    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(1, 24)];

    public static TheoryData<int> FewSeeds { get; } = [.. Enumerable.Range(1, 12)];

    public static TheoryData<string> GoldenNames { get; } = [.. GoldenCases.All.Where(GoldenModel.IsInTheLanguage).Select(golden => golden.Name)];

    public static TheoryData<Activation> Activations { get; } = [.. Enum.GetValues<Activation>()];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void RandomNetworksAgreeWithThePlainInterpreter(int seed) => CheckPlain(RandomModels.Draw(seed), Target.Net);

    /// <summary>Mostly straight-line code.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void SoDoSmallOnes(int seed) => CheckPlain(RandomModels.Draw(seed, largestWidth: 6), Target.Net);

    /// <summary>Weights that no first cache holds.</summary>
    [Theory]
    [MemberData(nameof(FewSeeds))]
    public void SoDoLargeOnes(int seed) => CheckPlain(RandomModels.Draw(seed, largestWidth: 250), Target.Net);

    [Theory]
    [MemberData(nameof(FewSeeds))]
    public void SoDoesScalarCodeForNetStandard(int seed)
    {
        CheckPlain(RandomModels.Draw(seed), Target.NetStandard);
        CheckPlain(RandomModels.Draw(seed, largestWidth: 6) with { Unrolling = Generator.Model.Unrolling.Full }, Target.NetStandard);
    }

    /// <summary>Where vectors are narrow, its sums run in another order.</summary>
    [Theory]
    [MemberData(nameof(FewSeeds))]
    public void SoDoesFastArithmetic(int seed) =>
        CheckPlain(RandomModels.Draw(seed) with { Arithmetic = Generator.Model.Arithmetic.Fast }, Target.Net);

    [Theory]
    [MemberData(nameof(FewSeeds))]
    public void SoDoNetworksThatSkipZeros(int seed)
    {
        var model = RandomModels.Draw(seed);
        if (model.Layers[0] is not StandardizeModel)
            CheckPlain(model with { SparseInputs = true }, Target.Net);
    }

    [Theory]
    [MemberData(nameof(GoldenNames))]
    public void NetworksOfTheReferenceAgreeWithThePlainInterpreter(string name)
    {
        var golden = GoldenCases.Named(name);
        if (!golden.IsInterpretable())
            return;
        var model = WithJacobian(golden.ToModel().With(Precision.Double, Unrolling.Auto));
        var network = GeneratedNetwork.Create(model);
        network.Parameters = golden.Parameters();
        Check(model, network, new(model, golden.Parameters()), golden.Inputs().Rows(model.Inputs).Take(Samples));
    }

    /// <summary>Of every activation, alone and behind others; rows, columns, and one of either.</summary>
    [Theory]
    [MemberData(nameof(Activations))]
    public void EveryActivationsIsTheLimitOfDifferences(Activation activation)
    {
        foreach (var (inputs, hidden, outputs) in new[] { (5, 7, 3), (3, 19, 18), (9, 17, 1), (1, 17, 4) })
        {
            foreach (var last in new[] { activation, Activation.Identity })
            {
                var model = WithJacobian(Models.Chain(inputs, [(hidden, activation.ToString(), true), (outputs, last.ToString(), true)], nameof(Loss.Quadratic)))
                    .With(Precision.Double, Unrolling.Auto);
                var network = GeneratedNetwork.Create(model);
                network.Parameters = RandomModels.Numbers(new(1), model.ParameterCount());
                CheckDifferences(RandomModels.Numbers(new(2), inputs), network.Forward, network.ComputeJacobian);
            }
        }
    }

    [Fact]
    public void ThatOfOwnFunctionsSkipsAndScalesIsToo()
    {
        CheckDifferences(new OwnJacobianNetwork());
        CheckDifferences(new OwnCurveNetwork());
    }

    /// <summary>PyTorch 1.13: torch.autograd.functional.jacobian, in double; parameter k is ((7k mod 13) − 6) / 8, input i ((5i mod 7) − 3) / 4.</summary>
    [Fact]
    public void PyTorchGivesTheSame()
    {
        double[] tiny = [-0.06473888878712253, 0.02583839433007644, 0.06473888878712253, -0.02583839433007644];
        double[] looped =
        [
            0.07540116488026369, -0.033709823648091525, 0.06429836003400552,
            -0.21708419374526972, 0.05466941792896003, -0.1739081180842526,
            0.09927609592203698, -0.01862141446867583, 0.07784350343796807,
            0.04240693294296909, -0.0023381798121926804, 0.03176625461227909,
        ];
        Assert.All(tiny.Zip(Of<float>(new TinyJacobianNetwork())), pair => Assert.Equal(pair.First, pair.Second, 1e-7));
        Assert.All(looped.Zip(Of<double>(new LoopedJacobianNetwork())), pair => Assert.Equal(pair.First, pair.Second, 1e-14));

        static double[] Of<T>(IDifferentiable<T> network)
            where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
        {
            ((IPredictor<T>)network).SetParameters(Enumerable.Range(0, network.ParameterCount).Select(k => ((7 * k % 13) - 6) / 8.0).ToArray().To<T>());
            var jacobian = new T[network.OutputSize * network.InputSize];
            network.ComputeJacobian(Enumerable.Range(0, network.InputSize).Select(i => ((5 * i % 7) - 3) / 4.0).ToArray().To<T>(), new T[network.OutputSize], jacobian);
            return jacobian.ToDouble();
        }
    }

    /// <summary>∂½ Σ (a − y)²/∂x = (a − y) ∂a/∂x.</summary>
    [Fact]
    public void TheGradientOfALossIsItsProductWithTheJacobian()
    {
        var network = new JacobianNetwork(seed: 4);
        var (input, target) = (RandomModels.Numbers(new(1), 20), RandomModels.Targets(new(2), 5));
        var (output, jacobian, gradient) = (new double[5], new double[100], new double[20]);
        network.ComputeJacobian(input, output, jacobian);
        network.ComputeInputGradients(input, target, gradient);
        for (var i = 0; i < 20; i++)
            Assert.Equal(gradient[i], Enumerable.Range(0, 5).Sum(o => (output[o] - target[o]) * jacobian[(o * 20) + i]), 1e-15);
    }

    [Fact]
    public void WhereNoOutputDependsOnTheInputItIsZero()
    {
        CheckZero(new StepNetwork(seed: 1));
        CheckZero(new StepCurveNetwork(seed: 1));

        static void CheckZero(IDifferentiable<float> network)
        {
            var jacobian = Enumerable.Repeat(7f, network.OutputSize * network.InputSize).ToArray();
            var (output, expected) = (new float[network.OutputSize], new float[network.OutputSize]);
            network.ComputeJacobian(new float[network.InputSize], output, jacobian);
            network.Forward(new float[network.InputSize], expected);
            Assert.All(jacobian, value => Assert.Equal(0, value));
            Assert.Equal(expected, output);
        }
    }

    /// <summary>In exact arithmetic scalars compute the bits of vectors.</summary>
    [Theory]
    [MemberData(nameof(FewSeeds))]
    public void ExactArithmeticGivesTheSameBitsWithoutVectors(int seed)
    {
        foreach (var width in new[] { 40, 7 })
        {
            var model = WithJacobian(RandomModels.Draw(seed, width)) with { Arithmetic = Generator.Model.Arithmetic.Exact };
            Assert.Equal(Bits(Target.NetStandard), Bits(Target.Net));

            long[] Bits(Target target)
            {
                var network = GeneratedNetwork.Create(model, target);
                network.Parameters = Parameters(model, seed);
                return [.. network.ComputeJacobian(RandomModels.Numbers(new(2), model.Inputs)).Jacobian.Select(BitConverter.DoubleToInt64Bits)];
            }
        }
    }

    [Fact]
    public void WhatDoesNotFitTheStackIsThereToo()
    {
        var network = new LargeJacobianNetwork(seed: 1);
        var input = RandomModels.Numbers(new(1), 300).To<float>();
        var (output, jacobian) = (new float[200], new float[200 * 300]);
        network.ComputeJacobian(input, output, jacobian);
        var model = Models.Chain(300, [(300, "Tanh", true), (200, "Identity", true)], nameof(Loss.Quadratic));
        var expected = new JacobianOracle(model, NetworkParameters.Parameters(network).ToDouble()).Jacobian(input.ToDouble());
        new GoldenValues(expected).Check("Jacobian", jacobian.ToDouble(), new(1e-5, 0));
    }

    [Theory]
    [InlineData("input", 1, 2, 4)]
    [InlineData("input", 3, 2, 4)]
    [InlineData("output", 2, 1, 4)]
    [InlineData("jacobian", 2, 2, 2)]
    [InlineData("jacobian", 2, 2, 5)]
    public void AWrongLengthIsRefused(string parameter, int input, int output, int jacobian) => Assert.Equal(
        parameter,
        Assert.Throws<ArgumentException>(() => new TinyJacobianNetwork().ComputeJacobian(new float[input], new float[output], new float[jacobian])).ParamName);

    /// <summary>The input is read while results are written.</summary>
    [Theory]
    [InlineData("output", 0, 1, 4)]
    [InlineData("jacobian", 0, 6, 1)]
    [InlineData("jacobian", 0, 3, 4)]
    public void OverlappingSpansAreRefused(string parameter, int input, int output, int jacobian)
    {
        var memory = new float[9];
        Assert.Equal(
            parameter,
            Assert.Throws<ArgumentException>(() => new TinyJacobianNetwork().ComputeJacobian(
                memory.AsSpan(input, 2), memory.AsSpan(output, 2), memory.AsSpan(jacobian, 4))).ParamName);
        Assert.All(memory, value => Assert.Equal(0, value));
    }

    [Fact]
    public void EveryThreadGetsTheSame()
    {
        var network = new CurveNetwork(seed: 2);
        var (expected, input) = (new float[60], new[] { 0.5f, -0.25f, 0.75f });
        network.ComputeJacobian(input, new float[20], expected);
        Parallel.For(0, 2000, _ =>
        {
            Span<float> output = stackalloc float[20], jacobian = stackalloc float[60];
            network.ComputeJacobian(input, output, jacobian);
            Assert.True(jacobian.SequenceEqual(expected));
        });
    }

    private static NetworkModel WithJacobian(NetworkModel model) => model with { Jacobian = true, Training = false };

    private static void CheckPlain(NetworkModel drawn, Target target)
    {
        var model = WithJacobian(drawn);
        var parameters = Parameters(model, seed: 3);
        var network = GeneratedNetwork.Create(model, target);
        network.Parameters = parameters;
        Check(model, network, new(model, parameters), RandomModels.Numbers(new(4), Samples * model.Inputs).Rows(model.Inputs));
    }

    /// <summary>So small that activations do not saturate, where 1 − a² rightly loses the digits of a float.</summary>
    private static double[] Parameters(NetworkModel model, int seed) =>
        Array.ConvertAll(RandomModels.Numbers(new(seed), model.ParameterCount()), number => number / 4);

    private static void Check(NetworkModel model, GeneratedNetwork network, JacobianOracle oracle, IEnumerable<double[]> samples)
    {
        foreach (var sample in samples)
        {
            var (output, jacobian) = network.ComputeJacobian(sample);
            Assert.Equal(network.Forward(sample), output);
            var expected = new GoldenValues(oracle.Jacobian(sample));
            var relative = model.Precision == Generator.Model.Precision.Double ? 1e-12 : 2e-5;
            expected.Check($"Jacobian of\n{ModelSource.Of(model)}", jacobian, new(relative * (expected.Largest + 1e-3), 0));
        }
    }

    private static void CheckDifferences(IDifferentiable<double> network)
    {
        // Of a learnable parameter that is 0, a derivative is 0 whatever it should be.
        ((IPredictor<double>)network).SetParameters(RandomModels.Numbers(new(3), network.ParameterCount));
        CheckDifferences(
            RandomModels.Numbers(new(2), network.InputSize),
            input =>
            {
                var output = new double[network.OutputSize];
                network.Forward(input, output);
                return output;
            },
            input =>
            {
                var (output, jacobian) = (new double[network.OutputSize], new double[network.OutputSize * network.InputSize]);
                network.ComputeJacobian(input, output, jacobian);
                return (output, jacobian);
            });
    }

    /// <summary>Central differences in double are right to about 1e-8.</summary>
    private static void CheckDifferences(double[] input, Func<double[], double[]> forward, Func<double[], (double[] Output, double[] Jacobian)> compute)
    {
        const double step = 1e-6;
        var (output, jacobian) = compute(input);
        Assert.Equal(forward(input), output);
        for (var i = 0; i < input.Length; i++)
        {
            var (above, below) = (forward(Moved(step)), forward(Moved(-step)));
            for (var o = 0; o < output.Length; o++)
                Assert.Equal((above[o] - below[o]) / (2 * step), jacobian[(o * input.Length) + i], 1e-7);

            double[] Moved(double by) => [.. input.Select((value, index) => index == i ? value + by : value)];
        }
    }
}
