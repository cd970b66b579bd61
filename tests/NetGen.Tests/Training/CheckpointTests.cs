using NetGen.Tests.Networks;
using static NetGen.Tests.Networks.NetworkParameters;

namespace NetGen.Tests.Training;

/// <summary>A checkpoint that is damaged or another training's changes nothing.</summary>
public sealed class CheckpointTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("netgen-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void OtherSettingsAreRefused()
    {
        var path = Checkpoint();
        Refused(path, network => new Trainer<float>(new Adam<float>(network, 0.05)) { BatchSize = 8, Seed = 1, EarlyStopping = new(1) }, "Seed = 1", "Shuffle was 'with Seed 0' and is 'with Seed 1'");
        Refused(path, network => new Trainer<float>(new Adam<float>(network, 0.05, beta1: 0.8)) { BatchSize = 8 }, "beta1", "beta1 = 0.8");
        Refused(path, network => new Trainer<float>(new RmsProp<float>(network, 0.05)) { BatchSize = 8 }, "RmsProp", "RmsProp");
        Refused(path, network => new Trainer<float>(new Adam<float>(network, 0.05)) { BatchSize = 9 }, "BatchSize", "BatchSize was '8' and is '9'");
        Refused(path, network => new Trainer<float>(new Adam<float>(network, 0.05)) { BatchSize = 8, Schedule = new StepSchedule(1) }, "Schedule", "StepSchedule(1, 0.1)");
    }

    /// <summary>However far behind its beginning it lies.</summary>
    [Fact]
    public void TheDifferenceOfLongSettingsIsSaid()
    {
        var path = Path.Combine(_folder, "long.safetensors");
        Optimizer<float> Long(WideNetwork network, double decay) => new AdamW<float>(network, 0.05, 0.912345678912345, 0.99912345678912, 1.123456789e-8, decay);
        new Trainer<float>(Long(new WideNetwork(seed: 1), 0.02)) { CheckpointPath = path }.Fit(TrainerTests.Data(seed: 1), 1);

        Refused(path, network => new Trainer<float>(Long(network, 0.03)), "weightDecay", "weightDecay = 0.02)' and is '…");
        Refused(path, network => new Trainer<float>(Long(network, 0.03)) { L1 = 0.5, ClipNorm = 1 }, "three", "ClipNorm was 'none' and is '1', L1 was '0' and is '0.5'");
    }

    [Fact]
    public void OtherDataAreRefused()
    {
        var (training, validation) = (TrainerTests.Data(seed: 1), TrainerTests.Data(seed: 2));
        var fewer = training.Select([.. Enumerable.Range(0, 59)]);
        var network = new WideNetwork(seed: 9);
        var trainer = Like(network);
        trainer.Resume(Checkpoint());
        var resumed = Parameters(network);

        Refused("training", fewer, validation, "'60 samples of 20 values with labels' instead of '59 samples of 20 values with labels'");
        Refused("training", training.OneHot(5), validation, "instead of '60 samples of 20 values with 5 target values'");
        Refused("validation", training, fewer, "instead of '59 samples");
        Refused("validation", training, null, "instead of 'none'");

        // The training is still there to go on.
        Assert.Equal(resumed, Parameters(network));
        Assert.Equal(3, trainer.Fit(training, 3, validation).Epochs.Count);

        void Refused(string what, Dataset<float> training, Dataset<float>? validation, string expected)
        {
            var exception = Assert.Throws<ArgumentException>(what, () => trainer.Fit(training, 3, validation));
            Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>.NET Framework and Mono read 0.84551240822557 as another number than it is the shortest text of.</summary>
    [Fact]
    public void NumbersHaveAllDigits()
    {
        var path = Path.Combine(_folder, "digits.safetensors");
        new Trainer<float>(new Sgd<float>(new WideNetwork(seed: 1), 0.84551240822557006)) { CheckpointPath = path }.Fit(TrainerTests.Data(seed: 1), 1);
        Assert.Contains("\"netgen.learning_rate\":\"0.84551240822557006\"", System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(path)), StringComparison.Ordinal);
    }

    [Fact]
    public void WeightsAloneAreNoCheckpoint()
    {
        var path = Path.Combine(_folder, "weights.safetensors");
        new WideNetwork(seed: 1).Save(path);
        Refused(path, Like, "weights", "netgen.checkpoint");
    }

    [Fact]
    public void ACheckpointIsNoWeightFile()
    {
        var exception = Assert.Throws<WeightFileException>(() => new WideNetwork().Load(Checkpoint()));
        Assert.Contains("optimizer.exp_avg.0.weight", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherNetworksIsRefused()
    {
        var network = new TinyNetwork();
        var exception = Assert.Throws<WeightFileException>(() => new Trainer<float>(new Adam<float>(network, 0.05)) { BatchSize = 8 }.Resume(Checkpoint()));
        Assert.Contains("belongs to the network", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingFileIsAnIOException() =>
        Assert.Throws<FileNotFoundException>(() => Like(new WideNetwork()).Resume(Path.Combine(_folder, "none.safetensors")));

    /// <summary>A checkpoint with one byte changed, some removed or some repeated resumes, or is refused and changes nothing.</summary>
    [Fact]
    public void DamagedFilesAreRefusedOrRead()
    {
        var bytes = File.ReadAllBytes(Checkpoint());
        var path = Path.Combine(_folder, "damaged.safetensors");
        var random = new SeededRandom(8);
        var refused = 0;
        for (var attempt = 0; attempt < 1500; attempt++)
        {
            File.WriteAllBytes(path, Damaged(bytes, random));
            var network = new WideNetwork(seed: 9);
            var before = Parameters(network);
            var trainer = Like(network);
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                trainer.Resume(path);
            }
            catch (WeightFileException e)
            {
                refused++;
                Assert.Equal(path, e.Path);
                Assert.Equal(before, Parameters(network));
                Assert.Equal(0, trainer.Optimizer.StepCount);
            }

            // Whatever a header claims.
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 1 << 20);
        }

        Assert.InRange(refused, 500, 1499);
    }

    private static byte[] Damaged(byte[] bytes, SeededRandom random)
    {
        // Most of the damage is done to the header, where it can be seen.
        var place = random.NextInt32(random.NextInt32(4) == 0 ? bytes.Length : 1600);
        switch (random.NextInt32(4))
        {
            case 0:
                return bytes[..place];
            case 1:
                return [.. bytes[..place], .. bytes[(place + 1)..]];
            case 2:
                return [.. bytes[..place], .. bytes[(place / 2)..]];
            default:
                var damaged = (byte[])bytes.Clone();
                damaged[place] = (byte)random.NextInt32(256);
                return damaged;
        }
    }

    private static Trainer<float> Like(WideNetwork network) => new(new Adam<float>(network, 0.05)) { BatchSize = 8 };

    private static void Refused(string path, Func<WideNetwork, Trainer<float>> create, string what, string expected)
    {
        var network = new WideNetwork(seed: 9);
        var before = Parameters(network);
        var exception = Assert.Throws<WeightFileException>(() => create(network).Resume(path));
        Assert.True(exception.Message.Contains(expected, StringComparison.Ordinal), $"{what}: {exception.Message}");
        Assert.Equal(before, Parameters(network));
    }

    private string Checkpoint()
    {
        var path = Path.Combine(_folder, "checkpoint.safetensors");
        var trainer = new Trainer<float>(new Adam<float>(new WideNetwork(seed: 1), 0.05)) { BatchSize = 8, CheckpointPath = path, EarlyStopping = new(5) };
        trainer.Fit(TrainerTests.Data(seed: 1), 2, TrainerTests.Data(seed: 2));
        return path;
    }
}
