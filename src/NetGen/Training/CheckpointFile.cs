using System.Globalization;

namespace NetGen;

/// <summary>
/// A training between two epochs in one file: safetensors, whose metadata hold what is no tensor, numbers with all their digits.
/// </summary>
internal static class CheckpointFile
{
    private const string Version = "netgen.checkpoint";
    private const string Setting = "netgen.setting.";
    private const string TrainingData = "netgen.training_data";
    private const string ValidationData = "netgen.validation_data";
    private const string Rate = "netgen.learning_rate";
    private const string Steps = "netgen.steps";
    private const string Schedule = "netgen.schedule";
    private const string Epochs = "netgen.epochs";
    private const string Best = "netgen.best_epoch";

    // Of this format; files of another are refused.
    private const string Current = "2";
    private const string None = "-";

    /// <summary>Writes the file, atomically.</summary>
    /// <param name="path">The file.</param>
    /// <param name="run">The training.</param>
    /// <param name="settings">What one that goes on must have in common with it, by names.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Save<T>(string path, TrainingRun<T> run, IReadOnlyList<KeyValuePair<string, string>> settings)
        where T : unmanaged
    {
        var (optimizer, network) = (run.Optimizer, run.Optimizer.Network);
        var shapes = Shapes(optimizer, run.BestParameters is not null);
        var values = new T[shapes.Sum(shape => shape.Count)];
        var states = optimizer.StateLength;
        network.CopyParametersTo(values.AsSpan(0, network.ParameterCount));
        optimizer.CopyStateTo(values.AsSpan(network.ParameterCount, states));
        run.BestParameters?.CopyTo(values, network.ParameterCount + states);

        var metadata = new Dictionary<string, string>
        {
            [SafetensorsHeader.ArchitectureKey] = network.Layout.Architecture,
            [Version] = Current,
            [TrainingData] = run.TrainingData,
            [ValidationData] = run.ValidationData,
            [Rate] = Text(run.BaseRate),
            [Steps] = Text(optimizer.StepCount),
            [Schedule] = string.Join(" ", run.Schedule.SaveState().Select(value => Text(value))),
            [Epochs] = string.Join(";", run.Epochs.Select(Text)),
            [Best] = run.BestParameters is null ? None : Text(run.Best),
        };
        foreach (var setting in settings)
            metadata.Add(Setting + setting.Key, setting.Value);
        AtomicFile.Write(path, stream => SafetensorsWriter.Write<T>(stream, metadata, shapes, values));
    }

    /// <summary>Reads the file into the network, the optimiser and the schedule. All is checked before anything changes.</summary>
    /// <exception cref="WeightFileException">It is no checkpoint of such a training.</exception>
    public static TrainingRun<T> Load<T>(
        string path, Optimizer<T> optimizer, LearningRateSchedule schedule, IReadOnlyList<KeyValuePair<string, string>> settings)
        where T : unmanaged
    {
        var network = optimizer.Network;
        try
        {
            IReadOnlyDictionary<string, string> metadata = new Dictionary<string, string>();
            T[] values;
            using (var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read))
            {
                values = SafetensorsReader.Read<T>(stream, network.Layout, found =>
                {
                    metadata = found;
                    CheckVersion(found);
                    CheckSettings(found, settings);
                    return Shapes(optimizer, Find(found, Best) != None);
                });
            }

            var epochs = Find(metadata, Epochs).Split(';').Select((line, index) => Epoch(index + 1, line)).ToArray();
            var best = Find(metadata, Best) == None ? 0 : (int)Number(Find(metadata, Best), 1, epochs.Length);
            var rate = Number(Find(metadata, Rate), 0, double.MaxValue);
            var steps = (long)Number(Find(metadata, Steps), 0, 1L << 53);
            var (trainingData, validationData) = (Find(metadata, TrainingData), Find(metadata, ValidationData));
            if (!schedule.TryRestoreState([.. Find(metadata, Schedule).Split([' '], StringSplitOptions.RemoveEmptyEntries).Select(text => Number(text))]))
                throw new InvalidDataException($"Its metadata {Schedule} are not those of a {schedule}.");

            var states = optimizer.StateLength;
            network.SetParameters(values.AsSpan(0, network.ParameterCount));
            optimizer.SetState(values.AsSpan(network.ParameterCount, states), steps);
            return new(optimizer, schedule, rate, epochs, best, best == 0 ? null : values.AsSpan(network.ParameterCount + states).ToArray())
            {
                TrainingData = trainingData,
                ValidationData = validationData,
            };
        }
        catch (InvalidDataException e)
        {
            throw new WeightFileException($"Cannot resume the training of {network.Layout.Name} from '{path}'; nothing has changed. {e.Message}", path, e);
        }
    }

    /// <summary>The network's parameters, what the optimiser remembers of them, and those of the best epoch.</summary>
    private static List<NamedShape> Shapes<T>(Optimizer<T> optimizer, bool hasBest)
        where T : unmanaged
    {
        var layout = optimizer.Network.Layout;
        return
        [
            .. NamedShape.Of(layout),
            .. optimizer.StateNames.SelectMany(state => NamedShape.Of(layout, $"optimizer.{state}.")),
            .. hasBest ? NamedShape.Of(layout, "best.") : [],
        ];
    }

    private static string Text(EpochResult epoch) =>
        $"{Text(epoch.LearningRate)} {Text(epoch.TrainingLoss)} {Text(epoch.ValidationLoss)} {Text(epoch.Metric)}";

    private static string Text(double? number) => number is { } value ? RoundTrip.Digits(value) : None;

    private static EpochResult Epoch(int number, string line)
    {
        var fields = line.Split(' ');
        if (fields.Length != 4)
            throw new InvalidDataException($"Its metadata {Epochs} have {fields.Length} numbers for epoch {number} instead of 4.");
        return new(number, Number(fields[0]), Number(fields[1]), Optional(fields[2]), Optional(fields[3]));

        static double? Optional(string text) => text == None ? null : Number(text);
    }

    private static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new InvalidDataException($"Its metadata have {NetGen.Text.Quote(text)} where a number is expected.");

    private static double Number(string text, double least, double most) => Number(text) is var number && number >= least && number <= most
        ? number
        : throw new InvalidDataException($"Its metadata have {NetGen.Text.Quote(text)} where a number from {Text(least)} to {Text(most)} is expected.");

    private static void CheckVersion(IReadOnlyDictionary<string, string> metadata)
    {
        if (Find(metadata, Version) is var version && version != Current)
        {
            throw new InvalidDataException(
                $"It is a checkpoint of format {NetGen.Text.Quote(version)}, and this version of NetGen reads '{Current}'.");
        }
    }

    private static void CheckSettings(IReadOnlyDictionary<string, string> metadata, IReadOnlyList<KeyValuePair<string, string>> settings)
    {
        var differences = new List<string>();
        foreach (var setting in settings)
        {
            var (was, now) = NetGen.Text.QuoteDifference(Find(metadata, Setting + setting.Key), setting.Value);
            if (was != now)
                differences.Add($"{setting.Key} was {was} and is {now}");
        }

        if (differences.Count > 0)
            throw new InvalidDataException($"Its training had other settings: {string.Join(", ", differences)}. Resume with those that it had.");
    }

    private static string Find(IReadOnlyDictionary<string, string> metadata, string key) => metadata.TryGetValue(key, out var value)
        ? value
        : throw new InvalidDataException($"It is no checkpoint: it has no metadata {key}.");
}
