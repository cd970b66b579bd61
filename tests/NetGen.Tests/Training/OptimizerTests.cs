using NetGen.Tests.Compiling;
using NetGen.Tests.Networks;
using NetGen.Tests.Reference;
using static NetGen.Tests.Networks.NetworkParameters;

namespace NetGen.Tests.Training;

/// <summary>The optimisers go the way of PyTorch's, step by step.</summary>
public class OptimizerTests
{
    private static readonly Tolerance Closely = new(1e-10, 0);

    public static TheoryData<string, string, Unrolling> Cases()
    {
        var cases = new TheoryData<string, string, Unrolling>();
        foreach (var golden in GoldenCases.All.Where(golden => golden.Expected.Optimisers is not null))
        {
            foreach (var optimiser in golden.Expected.Optimisers!)
            {
                cases.Add(golden.Name, optimiser.Name, Unrolling.Auto);
                cases.Add(golden.Name, optimiser.Name, Unrolling.None);
            }
        }

        return cases;
    }

    [Fact]
    public void EveryOptimiserHasItsCases() => Assert.Equal(
        ["adagrad", "adam", "adamw", "rmsprop", "sgd", "sgd_momentum", "sgd_nesterov"],
        Cases().Select(row => ((object[])row)[1]).Distinct().Order());

    [Theory]
    [MemberData(nameof(Cases))]
    public void TwentyStepsGoAsPyTorchs(string name, string optimiser, Unrolling unrolling)
    {
        var golden = new GoldenNetwork(name, Precision.Double, unrolling, Target.Net);
        var expected = golden.Expected.Optimisers!.Single(entry => entry.Name == optimiser);
        var network = (INetwork<double>)golden.Network.Instance;
        var optimizer = Create(network, optimiser, expected.Hyper);
        var training = golden.Trainings().First();
        var gradients = new double[network.Layout.PackedLength];
        for (var step = 1; step <= 20; step++)
        {
            Closely.Check($"total loss before step {step}", expected.Losses[step - 1], training.ComputeLossBatch() + network.WeightDecayPenalty());
            network.Layout.Pack(training.ComputeGradientsBatch().Gradients, gradients);
            optimizer.Step(gradients, addWeightDecay: false);
            if (step == 1)
                CheckParameters(network, expected.AfterStep1Weights, expected.AfterStep1Biases);
        }

        Closely.Check("total loss after step 20", expected.Losses[20], training.ComputeLossBatch() + network.WeightDecayPenalty());
        CheckParameters(network, expected.AfterStep20Weights, expected.AfterStep20Biases);
        Assert.Equal(20, optimizer.StepCount);
    }

    /// <summary>In vectors, in their halves and in what they leave: all lengths give the same bits as one element alone.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void EveryPlaceInAVectorGivesTheSameBits(string optimiser)
    {
        var network = new WideNetwork(seed: 1);
        var one = new float[network.Layout.PackedLength];
        network.PackedParameters.Fill(0.3f);
        Array.Fill(one, 0.07f);
        var optimizer = Create(network, optimiser, new(0.01, 0.9, [0.9, 0.999], 1e-8, 0.01, 0.99));
        for (var step = 0; step < 5; step++)
            optimizer.Step(one, addWeightDecay: false);

        var parameters = new float[WideNetwork.ParameterCount];
        network.CopyParametersTo(parameters);
        Assert.Single(parameters.Distinct());
        Assert.NotEqual(0.3f, parameters[0]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void PadsReachNoParameter(string optimiser)
    {
        var clean = Trained(pad: 0);
        Assert.Equal(clean, Trained(pad: float.NaN));
        Assert.DoesNotContain(float.NaN, clean);

        float[] Trained(float pad)
        {
            var network = new WideNetwork(seed: 1);
            var parameters = new float[WideNetwork.ParameterCount];
            var gradients = new float[network.Layout.PackedLength];
            network.CopyParametersTo(parameters);
            network.PackedParameters.Fill(pad);
            network.SetParameters(parameters);
            Array.Fill(gradients, pad);
            network.Layout.Pack(parameters, gradients);
            var optimizer = Create(network, optimiser, new(0.01, 0.9, [0.9, 0.999], 1e-8, 0.01, 0.99));
            for (var step = 0; step < 3; step++)
            {
                Gradients.AddL1(network, gradients, 0.01);
                Gradients.ClipNorm(network.Layout, gradients, 1);
                optimizer.Step(gradients, addWeightDecay: false);
            }

            network.CopyParametersTo(parameters);
            return parameters;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void StateComesBackToTheBit(string optimiser)
    {
        var (whole, halves) = (new WideNetwork(seed: 1), new WideNetwork(seed: 1));
        var hyper = new GoldenHyperparameters(0.01, 0.9, [0.9, 0.999], 1e-8, 0.01, 0.99);
        var gradients = new float[whole.Layout.PackedLength];
        whole.Layout.Pack([.. Enumerable.Range(0, whole.Layout.ParameterCount).Select(index => MathF.Sin(index))], gradients);
        var (first, second, third) = (Create(whole, optimiser, hyper), Create(halves, optimiser, hyper), Create(halves, optimiser, hyper));
        for (var step = 0; step < 6; step++)
            first.Step(gradients, addWeightDecay: false);
        for (var step = 0; step < 3; step++)
            second.Step(gradients, addWeightDecay: false);
        var state = new float[second.StateNames.Count * halves.Layout.ParameterCount];
        second.CopyStateTo(state);
        third.SetState(state, second.StepCount);
        for (var step = 0; step < 3; step++)
            third.Step(gradients, addWeightDecay: false);

        Assert.Equal(Parameters(whole), Parameters(halves));
        Assert.Equal(first.StepCount, third.StepCount);

        third.Reset();
        third.CopyStateTo(state);
        Assert.Equal(0, third.StepCount);
        Assert.All(state, value => Assert.Equal(0, value));
    }

    /// <summary>The gradient of the mean loss, weight decay, and the step by them; or the network's own step, for plain descent.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void AWholeStepIsItsParts(string optimiser)
    {
        const int Count = 9;
        var hyper = new GoldenHyperparameters(0.01, 0.9, [0.9, 0.999], 1e-8, 0.01, 0.99);
        var data = TrainerTests.Data(seed: 1).Select([.. Enumerable.Range(0, Count)]);
        var targets = data.OneHot(WideNetwork.OutputSize);
        Check((whole, _) => whole.TrainBatch(data.Inputs, data.Labels), data);
        Check((whole, _) => whole.TrainBatch(data), data);
        Check((whole, _) => whole.TrainBatch(data.Inputs, targets.Targets), targets);
        Check((whole, _) => whole.TrainBatch(targets), targets);

        // A trainer's only batch.
        Check(
            (whole, network) =>
            {
                var loss = network.ComputeLossBatch(data);
                new Trainer<float>(whole) { BatchSize = Count, Shuffle = false }.Fit(data, epochs: 1);
                return loss;
            },
            data);

        void Check(Func<Optimizer<float>, WideNetwork, float> step, Dataset<float> data)
        {
            var (network, byParts) = (new WideNetwork(seed: 1), new WideNetwork(seed: 1));
            var (whole, parts) = (Create(network, optimiser, hyper), Create(byParts, optimiser, hyper));
            for (var round = 0; round < 3; round++)
            {
                var loss = byParts.ComputeLossBatch(data);
                if (optimiser == "sgd")
                {
                    byParts.TrainBatch(data, 0.01f);
                }
                else
                {
                    var gradients = new float[byParts.Layout.PackedLength];
                    byParts.AccumulateGradients(data, 1f / Count, gradients, byParts.CreateWorkspace());
                    byParts.AddWeightDecay(1, gradients);
                    parts.Step(gradients, addWeightDecay: false);
                }

                Assert.Equal(loss, step(whole, network), 1e-6f);
                Assert.Equal(Parameters(byParts), Parameters(network));
                Assert.Equal(round + 1, whole.StepCount);
            }
        }
    }

    [Fact]
    public void AStepSaysWhetherItAddsTheWeightDecay()
    {
        var start = Parameters(new WideNetwork(seed: 1));
        var without = Stepped((optimizer, gradients) => optimizer.Step(gradients, addWeightDecay: false));
        var with = Stepped((optimizer, gradients) => optimizer.Step(gradients, addWeightDecay: true));
        Assert.Equal(start, without);
        Assert.NotEqual(start, with);
        Assert.Equal(with, Stepped((optimizer, gradients) =>
        {
            optimizer.Network.AddWeightDecay(1, gradients);
            optimizer.Step(gradients, addWeightDecay: false);
        }));
#pragma warning disable CS0618 // That it still means the same is what is tested.
        Assert.Equal(without, Stepped((optimizer, gradients) => optimizer.Step(gradients)));
#pragma warning restore CS0618

        static float[] Stepped(Action<Optimizer<float>, float[]> step)
        {
            var network = new WideNetwork(seed: 1);
            step(new Sgd<float>(network, 0.5), new float[network.Layout.PackedLength]);
            return Parameters(network);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ARefusedBatchIsNoStep(string optimiser)
    {
        var network = new WideNetwork(seed: 1);
        var optimizer = Create(network, optimiser, new(0.01, 0.9, [0.9, 0.999], 1e-8, 0.01, 0.99));
        var before = Parameters(network);
        Assert.Throws<ArgumentException>("inputs", () => optimizer.TrainBatch(new float[21], [1]));
        Assert.Throws<ArgumentException>("inputs", () => optimizer.TrainBatch([], Array.Empty<int>()));
        Assert.Throws<ArgumentException>("labels", () => optimizer.TrainBatch(new float[40], [1]));
        Assert.Throws<ArgumentException>("targets", () => optimizer.TrainBatch(new float[40], new float[5]));
        Assert.Throws<ArgumentOutOfRangeException>("labels", () => optimizer.TrainBatch(new float[20], [5]));
        Assert.Throws<ArgumentException>("data", () => optimizer.TrainBatch(new Dataset<float>(new float[19], 19, [0])));
        Assert.Throws<NotSupportedException>(() => new Adam<float>(new FrozenNetwork()).TrainBatch(new float[6], [0]));
        Assert.Equal(0, optimizer.StepCount);
        Assert.Equal(before, Parameters(network));
    }

    [Fact]
    public void FrozenLayersStay()
    {
        var network = new FrozenNetwork(seed: 3);
        var before = Parameters(network);
        var optimizer = new AdamW<float>(network, learningRate: 0.1, weightDecay: 0.5);
        var gradients = new float[network.Layout.PackedLength];
        for (var step = 0; step < 3; step++)
            optimizer.Step(gradients, addWeightDecay: false);

        var after = Parameters(network);
        var frozen = network.Layout.Tensors.TakeWhile(tensor => !tensor.IsTrainable).Sum(tensor => tensor.Count);
        Assert.InRange(frozen, 1, after.Length - 1);
        Assert.Equal(before[..frozen], after[..frozen]);
        Assert.DoesNotContain(before[frozen..].Zip(after[frozen..]), pair => pair.First != 0 && pair.First == pair.Second);
    }

    [Fact]
    public void BadHyperparametersAreNamed()
    {
        var network = new TinyNetwork();
        Assert.Equal("LearningRate", Assert.Throws<ArgumentOutOfRangeException>(() => new Adam<float>(network, double.NaN)).ParamName);
        Assert.Equal("beta1", Assert.Throws<ArgumentOutOfRangeException>(() => new Adam<float>(network, beta1: 1)).ParamName);
        Assert.Equal("beta2", Assert.Throws<ArgumentOutOfRangeException>(() => new AdamW<float>(network, beta2: -0.1)).ParamName);
        Assert.Equal("weightDecay", Assert.Throws<ArgumentOutOfRangeException>(() => new AdamW<float>(network, weightDecay: -1)).ParamName);
        Assert.Equal("epsilon", Assert.Throws<ArgumentOutOfRangeException>(() => new RmsProp<float>(network, epsilon: 0)).ParamName);
        Assert.Equal("momentum", Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd<float>(network, 0.1, momentum: 1)).ParamName);
        Assert.Equal("nesterov", Assert.Throws<ArgumentException>(() => new Sgd<float>(network, 0.1, nesterov: true)).ParamName);
        Assert.Equal("packedGradients", Assert.Throws<ArgumentException>(() => new AdaGrad<float>(network).Step(new float[3], addWeightDecay: true)).ParamName);
    }

    public static TheoryData<string> Names => ["sgd", "sgd_momentum", "sgd_nesterov", "rmsprop", "adagrad", "adam", "adamw"];

    private static Optimizer<T> Create<T>(INetwork<T> network, string name, GoldenHyperparameters hyper)
        where T : unmanaged => name switch
        {
            "sgd" => new Sgd<T>(network, hyper.Lr),
            "sgd_momentum" => new Sgd<T>(network, hyper.Lr, hyper.Momentum),
            "sgd_nesterov" => new Sgd<T>(network, hyper.Lr, hyper.Momentum, nesterov: true),
            "rmsprop" => new RmsProp<T>(network, hyper.Lr, hyper.Alpha, hyper.Eps),
            "adagrad" => new AdaGrad<T>(network, hyper.Lr, hyper.Eps),
            "adam" => new Adam<T>(network, hyper.Lr, hyper.Betas[0], hyper.Betas[1], hyper.Eps),
            "adamw" => new AdamW<T>(network, hyper.Lr, hyper.Betas[0], hyper.Betas[1], hyper.Eps, hyper.WeightDecay),
            _ => throw new ArgumentException($"There is no {name}.", nameof(name)),
        };

    private static void CheckParameters(INetwork<double> network, double[][] weights, double[][] biases)
    {
        double[] expected = [.. weights.Zip(biases).SelectMany(layer => layer.First.Concat(layer.Second))];
        var actual = Parameters(network);
        Assert.Equal(expected.Length, actual.Length);
        for (var index = 0; index < expected.Length; index++)
            Closely.Check($"parameter {index}", expected[index], actual[index]);
    }
}
