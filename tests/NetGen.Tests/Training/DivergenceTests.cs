using NetGen.Tests.Networks;
using static NetGen.Tests.Networks.NetworkParameters;

namespace NetGen.Tests.Training;

/// <summary>A training that has become infinite or no number ends before it has done harm, and says where it began.</summary>
public class DivergenceTests
{
    private const int BatchSize = 7;

    public static TheoryData<string, int> Optimizers => new()
    {
        { "Sgd", 1 },
        { "Momentum", 1 },
        { "Adam", 1 },
        { "Adam", 3 },
    };

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void ABadInputIsNamedAndItsStepUndone(string method, int degree)
    {
        var data = TrainerTests.Data(seed: 1);
        var inputs = data.Inputs.ToArray();
        inputs[(31 * 20) + 4] = float.NaN;
        var (exception, network) = Diverges(method, new(inputs, 20, data.Labels.ToArray()), 0.01, degree);

        Assert.Equal("0.weight", exception.Tensor);
        Assert.Contains("Value 4 of the input of sample 31 is NaN", exception.Message, StringComparison.Ordinal);
        Assert.Contains($"of epoch 1: the gradient of '0.weight' [{exception.Index / 20}, {exception.Index % 20}] is NaN", exception.Message, StringComparison.Ordinal);
        Assert.All(Parameters(network), parameter => Assert.True(float.IsFinite(parameter)));
    }

    [Theory]
    [InlineData("Sgd", 1e6)]
    [InlineData("Sgd", 1e39)]
    [InlineData("Momentum", 1e6)]
    public void ALargeLearningRateIsNamed(string method, double learningRate)
    {
        var (exception, _) = Diverges(method, Regression(scale: 1), learningRate);

        Assert.Contains($"Lower the learning rate, {(learningRate > 1e7 ? "1E+39" : "1000000")} here", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>One that nobody would notice: the loss is finite in the last epoch, and infinite squares stop a parameter for ever.</summary>
    [Fact]
    public void WhatTheOptimizerRemembersIsWatchedToo()
    {
        var network = new AbsoluteNetwork(seed: 1);
        var before = Parameters(network);
        var trainer = new Trainer<float>(new Adam<float>(network, 0.01));

        var exception = Assert.Throws<TrainingDivergedException>(() => trainer.Fit(new([1e20f, 1], 2, [0], 1), 1));

        Assert.Contains("exp_avg_sq of '0.weight' [0, 0] is Infinity after the step", exception.Message, StringComparison.Ordinal);
        Assert.Equal((1, 1, "0.weight", 0), (exception.Epoch, exception.Batch, exception.Tensor, exception.Index));
        Assert.Equal(before, Parameters(network));
        Assert.Equal(0, trainer.Optimizer.StepCount);
        Assert.Equal(0.01, trainer.Optimizer.LearningRate);
    }

    [Fact]
    public void AnInfiniteLossIsNamed()
    {
        var trainer = new Trainer<float>(new Sgd<float>(new AbsoluteNetwork(seed: 1), 0.01));
        var exception = Assert.Throws<TrainingDivergedException>(() => trainer.Fit(new([1, 1, 1, 1], 2, [1, float.PositiveInfinity], 1), 1));
        Assert.Contains("the loss is Infinity. Value 0 of the target of sample 1 is Infinity", exception.Message, StringComparison.Ordinal);
        Assert.Null(exception.Tensor);
        Assert.Null(exception.Index);
    }

    [Fact]
    public void ParametersThatWereBadBeforeAreNamed()
    {
        var network = new WideNetwork(seed: 1);
        network.Bias1[2] = float.NegativeInfinity;
        network.Weights2[0, 2] = float.NaN;
        var exception = Assert.Throws<TrainingDivergedException>(() => new Trainer<float>(new Sgd<float>(network, 0.1)).Fit(TrainerTests.Data(seed: 1), 1));
        Assert.Contains("the parameter '0.bias' [2] is -Infinity before the step", exception.Message, StringComparison.Ordinal);
        Assert.Equal(("0.bias", 2), (exception.Tensor, exception.Index));
    }

    [Fact]
    public void ItCanBeTurnedOff()
    {
        var network = new FrozenNetwork(seed: 1);
        var history = new Trainer<float>(new Sgd<float>(network, 1e6)) { StopIfDiverged = false }.Fit(Regression(scale: 1), 30);
        Assert.False(double.IsFinite(history.Last.TrainingLoss));
    }

    /// <summary>Not even where the metric is a number.</summary>
    [Fact]
    public void EarlyStoppingKeepsFiniteParameters()
    {
        var network = new FrozenNetwork(seed: 1);
        var (calls, data) = (0, Regression(scale: 1));
        var trainer = new Trainer<float>(new Sgd<float>(network, 1e6))
        {
            StopIfDiverged = false,
            Metric = new("calls", (_, _) => ++calls),
            EarlyStopping = new(patience: 20, watchMetric: true),
        };

        var history = trainer.Fit(data, 60, data);

        Assert.True(history.StoppedEarly);
        Assert.All(Parameters(network), parameter => Assert.True(float.IsFinite(parameter)));
        Assert.True(history.BestEpoch < history.Last.Epoch);
    }

    [Fact]
    public void AnInfiniteValueIsNoBestEpoch()
    {
        double[] metrics = [double.PositiveInfinity, 0.5, 0.4];
        var calls = 0;
        var trainer = new Trainer<float>(new Sgd<float>(new WideNetwork(seed: 1), 0.1))
        {
            Metric = new("given", (_, _) => metrics[calls++]),
            EarlyStopping = new(patience: 5, watchMetric: true),
        };
        Assert.Equal(2, trainer.Fit(TrainerTests.Data(seed: 1), 3, TrainerTests.Data(seed: 2)).BestEpoch);
    }

    private static Dataset<float> Regression(float scale)
    {
        var random = new SeededRandom(5);
        return new([.. Values(60 * 6)], 6, [.. Values(60 * 5)], 5);

        IEnumerable<float> Values(int count) => Enumerable.Range(0, count).Select(_ => scale * (float)random.NextGaussian());
    }

    /// <summary>Trains until it ends, and asserts that all is as it was after the step before the bad one.</summary>
    private static (TrainingDivergedException Exception, INetwork<float> Network) Diverges(string method, Dataset<float> data, double rate, int degree = 1)
    {
        INetwork<float> network = data.HasLabels ? new WideNetwork(seed: 1) : new FrozenNetwork(seed: 1);
        Optimizer<float> optimizer = method switch
        {
            "Sgd" => new Sgd<float>(network, rate),
            "Momentum" => new Sgd<float>(network, rate, momentum: 0.9),
            _ => new Adam<float>(network, rate),
        };
        var after = new Dictionary<long, (float[] Parameters, float[] State)> { [0] = (Parameters(network), State()) };
        var recorder = new Steps(_ => after[optimizer.StepCount] = (Parameters(network), State()));
        var trainer = new Trainer<float>(optimizer) { BatchSize = BatchSize, ShardSize = degree == 1 ? 32 : 3, DegreeOfParallelism = degree };

        var exception = Assert.Throws<TrainingDivergedException>(() => trainer.Fit(data, 1000, progress: recorder));

        Assert.Equal(((exception.Epoch - 1) * 9) + exception.Batch - 1, optimizer.StepCount);
        Assert.Equal(after[optimizer.StepCount].Parameters, Parameters(network));
        Assert.Equal(after[optimizer.StepCount].State, State());
        return (exception, network);

        float[] State()
        {
            var state = new float[optimizer.StateLength];
            optimizer.CopyStateTo(state);
            return state;
        }
    }

    private sealed class Steps(Action<TrainingProgress> then) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => then(value);
    }
}
