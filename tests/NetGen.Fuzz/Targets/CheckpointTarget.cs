namespace NetGen.Fuzz.Targets;

/// <summary>Checkpoints of a training.</summary>
internal sealed class CheckpointTarget() : Target("checkpoint", Written(epochs: 1), Written(epochs: 3))
{
    private static readonly string _folder = Folder();
    private static readonly string _path = Path.Combine(_folder, "checkpoint");
    private static readonly string _next = Path.Combine(_folder, "next");

    private static readonly Dataset<float> _data = new([1, 2, 3, 4, 5, 6], 2, [0, 1, 2]);

    public override IReadOnlyList<string> Tokens =>
    [
        .. WeightsTarget.HeaderTokens, "\"netgen.epochs\":\"", "\"netgen.best_epoch\":\"1\"", "-", ";", " ", "NaN", "Infinity", "-1", "1e308", "2147483648", "9007199254740993",
        "\"netgen.schedule\":\"\"", "\"netgen.steps\":\"1\"",
    ];

    protected override bool IsDocumented(Exception exception) => exception is WeightFileException;

    protected override void Read(byte[] file)
    {
        File.WriteAllBytes(_path, file);
        var trainer = Trainer(seed: 2, _next);
        var network = trainer.Optimizer.Network;
        var before = network.PackedParameters.ToArray();
        try
        {
            trainer.Resume(_path);
        }
        catch (WeightFileException)
        {
            Require(network.PackedParameters.SequenceEqual(before) && trainer.Optimizer.StepCount == 0, "a file that is refused changes nothing");
            throw;
        }

        // The epochs of a file are as many as it has room for.
        if (file.Length > 1 << 14)
            return;
        TrainingHistory history;
        try
        {
            history = trainer.Fit(_data, 1, _data);
            trainer.Resume(_path);
            history = trainer.Fit(_data, history.Epochs.Count + 1, _data);
        }
        catch (Exception e) when (e is ArgumentException or TrainingDivergedException)
        {
            // The file tells of other data, or holds parameters that are no numbers.
            return;
        }

        if (history.StoppedEarly)
            return;
        var resumed = Trainer(seed: 3, path: null);
        resumed.Resume(_next);
        var epochs = resumed.Fit(_data, 1, _data).Epochs.Select(epoch => epoch.ToString());
        Require(epochs.SequenceEqual(history.Epochs.Select(epoch => epoch.ToString())), "its epochs are resumed");
        Require(resumed.Optimizer.Network.PackedParameters.SequenceEqual(network.PackedParameters), "its parameters are resumed");
    }

    private static string Folder()
    {
        var folder = Directory.CreateTempSubdirectory("netgen-fuzz-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }

    private static Trainer<float> Trainer(int seed, string? path) => new(new Adam<float>(new FuzzedNetwork(seed), 0.01))
    {
        BatchSize = 2,
        Schedule = new ReduceOnPlateau(factor: 0.5, patience: 0),
        EarlyStopping = new(patience: 1),
        CheckpointPath = path,
    };

    private static byte[] Written(int epochs)
    {
        Trainer(seed: 1, _path).Fit(_data, epochs, _data);
        return File.ReadAllBytes(_path);
    }
}
