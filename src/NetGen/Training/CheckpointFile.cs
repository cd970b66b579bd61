using System.Globalization;

namespace NetGen;

/// <summary>
/// A training between two epochs in one file: safetensors, whose metadata hold what is no tensor, numbers with all their digits.
/// </summary>
internal static class CheckpointFile
{
    private const string Version = "netgen.checkpoint";
    private const string Settings = "netgen.settings";
    private const string Rate = "netgen.learning_rate";
    private const string Steps = "netgen.steps";
    private const string Schedule = "netgen.schedule";
    private const string Epochs = "netgen.epochs";
    private const string Best = "netgen.best_epoch";

    // Of this format; files of another are refused.
    private const string Current = "1";
    private const string None = "-";

    /// <summary>Writes the file, atomically.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Save<T>(string path, TrainingRun<T> run, string settings)
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
            [Settings] = settings,
            [Rate] = Text(run.BaseRate),
            [Steps] = Text(optimizer.StepCount),
            [Schedule] = string.Join(" ", run.Schedule.SaveState().Select(value => Text(value))),
            [Epochs] = string.Join(";", run.Epochs.Select(Text)),
            [Best] = run.BestParameters is null ? None : Text(run.Best),
        };
        AtomicFile.Write(path, stream => SafetensorsWriter.Write<T>(stream, metadata, shapes, values));
    }

    /// <summary>Reads the file into the network, the optimiser and the schedule. All is checked before anything changes.</summary>
    /// <exception cref="WeightFileException">It is no checkpoint of such a training.</exception>
    public static TrainingRun<T> Load<T>(string path, Optimizer<T> optimizer, LearningRateSchedule schedule, string settings)
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
                    Check(found, Version, Current, "It is no checkpoint of this version of NetGen");
                    Check(found, Settings, settings, "Its training had other settings");
                    return Shapes(optimizer, Find(found, Best) != None);
                });
            }

            var epochs = Find(metadata, Epochs).Split(';').Select((line, index) => Epoch(index + 1, line)).ToArray();
            var best = Find(metadata, Best) == None ? 0 : (int)Number(Find(metadata, Best), 1, epochs.Length);
            var rate = Number(Find(metadata, Rate), 0, double.MaxValue);
            var steps = (long)Number(Find(metadata, Steps), 0, 1L << 53);
            if (!schedule.TryRestoreState([.. Find(metadata, Schedule).Split([' '], StringSplitOptions.RemoveEmptyEntries).Select(text => Number(text))]))
                throw new InvalidDataException($"Its metadata {Schedule} are not those of a {schedule}.");

            var states = optimizer.StateLength;
            network.SetParameters(values.AsSpan(0, network.ParameterCount));
            optimizer.SetState(values.AsSpan(network.ParameterCount, states), steps);
            return new(optimizer, schedule, rate, epochs, best, best == 0 ? null : values.AsSpan(network.ParameterCount + states).ToArray());
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

    private static string Text(double? number) => number?.ToString("R", CultureInfo.InvariantCulture) ?? None;

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

    private static void Check(IReadOnlyDictionary<string, string> metadata, string key, string expected, string problem)
    {
        if (Find(metadata, key) != expected)
            throw new InvalidDataException($"{problem}: {NetGen.Text.Quote(Find(metadata, key))}, but expected is '{expected}'.");
    }

    private static string Find(IReadOnlyDictionary<string, string> metadata, string key) => metadata.TryGetValue(key, out var value)
        ? value
        : throw new InvalidDataException($"It is no checkpoint: it has no metadata {key}.");
}
