using NetGen.Tests.Networks;
using static NetGen.Tests.Networks.NetworkParameters;

namespace NetGen.Tests.Training;

/// <summary>What a training does around the steps, which are compared with PyTorch's elsewhere.</summary>
public sealed class TrainerTests : IDisposable
{
    private const int Epochs = 6;

    private readonly string _folder = Directory.CreateTempSubdirectory("netgen-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void EveryDegreeOfParallelismGivesTheSameBits(int degree) => Assert.Equal(Trained(1), Trained(degree));

    [Fact]
    public void TheSeedDecidesTheOrder()
    {
        Assert.Equal(Trained(1, seed: 5), Trained(1, seed: 5));
        Assert.NotEqual(Trained(1, seed: 5), Trained(1, seed: 6));
    }

    [Fact]
    public void EachEpochTakesEverySampleOnceInAnOrderOfItsOwn()
    {
        var order = new SampleOrder(50, shuffles: true, seed: 3);
        int[] Epoch(int epoch)
        {
            order.StartEpoch(epoch);
            return [.. order.Indices];
        }

        var first = Epoch(0);
        Assert.Equal(Enumerable.Range(0, 50), first.Order());
        Assert.NotEqual(first, Epoch(1));
        Assert.Equal(first, Epoch(0));

        order = new(50, shuffles: false, seed: 3);
        Assert.Equal(Enumerable.Range(0, 50), Epoch(7));
    }

    /// <summary>Interrupted after each epoch, by an exception from the callback, with all that has a state.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void AResumedTrainingEndsWithTheBitsOfAnUninterruptedOne(int interruptedAfter)
    {
        var (whole, history) = Run(path: null, resumes: false, stopAfter: int.MaxValue);
        var path = Path.Combine(_folder, "run.safetensors");
        Assert.Throws<OperationCanceledException>(() => Run(path, resumes: false, interruptedAfter));
        var (parts, rest) = Run(path, resumes: true, stopAfter: int.MaxValue);

        Assert.Equal(whole, parts);
        Assert.Equal(history.Epochs.Select(epoch => epoch.ToString()), rest.Epochs.Select(epoch => epoch.ToString()));
        Assert.Equal(history.BestEpoch, rest.BestEpoch);

        (float[] Parameters, TrainingHistory History) Run(string? path, bool resumes, int stopAfter)
        {
            // Another start than the checkpoint's: all must come from there.
            var network = new WideNetwork(seed: resumes ? 99 : 1);
            using var source = new CancellationTokenSource();
            var trainer = new Trainer<float>(new Adam<float>(network, 0.05))
            {
                BatchSize = 7,
                Seed = 4,
                L1 = 0.001,
                ClipNorm = 2,
                Schedule = new ReduceOnPlateau(factor: 0.5, patience: 0),
                EarlyStopping = new(patience: 10),
                CheckpointPath = path,
                EpochEnded = epoch =>
                {
                    if (epoch.Epoch == stopAfter)
                        source.Cancel();
                },
            };
            if (resumes)
                trainer.Resume(path!);
            var history = trainer.Fit(Data(seed: 1), Epochs, Data(seed: 2), cancellationToken: source.Token);
            return (Parameters(network), history);
        }
    }

    [Fact]
    public void EarlyStoppingRestoresTheBestEpoch()
    {
        var network = new WideNetwork(seed: 1);
        var afterEpoch = new List<float[]>();
        double[] metrics = [0.5, 0.7, double.NaN, 0.69, 0.9, 0.9];
        var trainer = new Trainer<float>(new Sgd<float>(network, 0.1))
        {
            EarlyStopping = new(patience: 2, watchMetric: true),
            Metric = new("given", (_, _) => metrics[afterEpoch.Count]),
            EpochEnded = _ => afterEpoch.Add(Parameters(network)),
        };

        var history = trainer.Fit(Data(seed: 1), Epochs, Data(seed: 2));

        Assert.False(history.StoppedEarly);
        Assert.Equal(5, history.BestEpoch);
        Assert.Equal(afterEpoch[4], Parameters(network));

        afterEpoch.Clear();
        metrics = [0.5, 0.7, 0.3, 0.69, 0.7, 0.9];
        history = trainer.Fit(Data(seed: 1), Epochs, Data(seed: 2));

        Assert.True(history.StoppedEarly);
        Assert.Equal(5, history.Epochs.Count);
        Assert.Equal(2, history.BestEpoch);
        Assert.Equal(afterEpoch[1], Parameters(network));
    }

    [Fact]
    public void LossesAreWatchedWithoutAMetric()
    {
        var network = new WideNetwork(seed: 1);
        var trainer = new Trainer<float>(new Sgd<float>(network, 0)) { EarlyStopping = new(patience: 1) };

        // Without a learning rate no epoch is better than the first.
        var history = trainer.Fit(Data(seed: 1), Epochs, Data(seed: 2));

        Assert.True(history.StoppedEarly);
        Assert.Equal(3, history.Epochs.Count);
        Assert.Equal(1, history.BestEpoch);
    }

    [Fact]
    public void CancellationLeavesTheLastStep()
    {
        var network = new WideNetwork(seed: 1);
        using var source = new CancellationTokenSource();
        var progress = new Recorder(report =>
        {
            if (report is { Epoch: 2, Batch: 3 })
                source.Cancel();
        });
        var optimizer = new Adam<float>(network, 0.01);
        var trainer = new Trainer<float>(optimizer) { BatchSize = 10 };

        Assert.Throws<OperationCanceledException>(() => trainer.Fit(Data(seed: 1), Epochs, progress: progress, cancellationToken: source.Token));

        Assert.Equal(3, progress.Reports[^1].Batch);
        Assert.Equal((Samples / 10) + 3, optimizer.StepCount);
        Assert.Equal(0.01, optimizer.LearningRate);
    }

    [Fact]
    public void ProgressIsToldEveryBatchAndEpoch()
    {
        var progress = new Recorder(_ => { });
        var trainer = new Trainer<float>(new Sgd<float>(new WideNetwork(), 0.1))
        {
            BatchSize = 25,
            Metric = new("constant", (_, _) => 0.25),
            Schedule = new StepSchedule(1, 0.5),
        };

        var history = trainer.Fit(Data(seed: 1), 2, Data(seed: 2), progress);

        Assert.Equal(2 * (3 + 1), progress.Reports.Count);
        Assert.Equal([1, 2, 3, 3, 1, 2, 3, 3], progress.Reports.Select(report => report.Batch));
        Assert.Equal([false, false, false, true, false, false, false, true], progress.Reports.Select(report => report.IsEndOfEpoch));
        var last = progress.Reports[^1];
        Assert.Equal((2, 2, 3, 0.05), (last.Epoch, last.Epochs, last.Batches, last.LearningRate));
        Assert.Equal(("constant", 0.25), (last.MetricName, last.ValidationMetric));
        Assert.Equal(history.Last.ValidationLoss, last.ValidationLoss);
        Assert.Equal(history.Last.TrainingLoss, last.Loss);
        Assert.Equal(double.NaN, progress.Reports[0].ValidationLoss);
    }

    [Fact]
    public void UnsuitableDataAreRefused()
    {
        var trainer = new Trainer<float>(new Sgd<float>(new WideNetwork(), 0.1));
        var regression = new Trainer<float>(new Sgd<float>(new FrozenNetwork(), 0.1));

        Refused(trainer, new([], 20, Array.Empty<int>()), "There are no samples");
        Refused(trainer, new(new float[19], 19, [0]), "takes 20 inputs, but the samples have 19");
        Refused(trainer, new(new float[20], 20, new float[4], 4), "has 5 outputs, but the samples have 4 target values");
        Refused(trainer, new(new float[40], 20, [4, 5]), "that of sample 1 is 5");
        Refused(regression, new(new float[6], 6, [1]), "OneHot");
        Assert.Equal("epochs", Assert.Throws<ArgumentOutOfRangeException>(() => trainer.Fit(Data(1), 0)).ParamName);
        Assert.Equal("BatchSize", Assert.Throws<ArgumentOutOfRangeException>(() => new Trainer<float>(trainer.Optimizer) { BatchSize = 0 }).ParamName);
        var judged = new Trainer<float>(trainer.Optimizer) { Metric = new("one", (_, _) => 1) };
        Assert.Contains("validation data", Assert.Throws<InvalidOperationException>(() => judged.Fit(Data(1), 1)).Message, StringComparison.Ordinal);

        static void Refused(Trainer<float> trainer, Dataset<float> data, string expected)
        {
            var exception = Assert.ThrowsAny<ArgumentException>(() => trainer.Fit(data, 1));
            Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
            Assert.Equal("training", exception.ParamName);
        }
    }

    [Fact]
    public void AFailureInAWorkerReachesTheCaller()
    {
        using var crew = new WorkerCrew(3, worker =>
        {
            if (worker == 2)
                throw new InvalidOperationException("the third");
        });
        Assert.Equal("the third", Assert.Throws<InvalidOperationException>(crew.Run).Message);
        Assert.Throws<InvalidOperationException>(crew.Run);
    }

    private const int Samples = 60;

    internal static Dataset<float> Data(int seed)
    {
        var random = new SeededRandom(seed);
        var inputs = new float[Samples * 20];
        var labels = new int[Samples];
        for (var index = 0; index < inputs.Length; index++)
            inputs[index] = (float)random.NextGaussian();
        for (var sample = 0; sample < Samples; sample++)
            labels[sample] = random.NextInt32(5);
        return new(inputs, 20, labels);
    }

    private static float[] Trained(int degree, int seed = 3)
    {
        var network = new WideNetwork(seed: 1);
        var trainer = new Trainer<float>(new RmsProp<float>(network)) { BatchSize = 24, ShardSize = 5, DegreeOfParallelism = degree, Seed = seed };
        trainer.Fit(Data(seed: 1), Epochs);
        return Parameters(network);
    }

    private sealed class Recorder(Action<TrainingProgress> then) : IProgress<TrainingProgress>
    {
        public List<TrainingProgress> Reports { get; } = [];

        public void Report(TrainingProgress value)
        {
            Reports.Add(value);
            then(value);
        }
    }
}
