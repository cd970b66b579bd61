using System.Diagnostics;
using NetGen;

namespace Samples;

/// <summary>Trains the network of an experiment in three ways, and tells what comes of it.</summary>
internal static class Study
{
    private const int Seed = 1;

    /// <summary>Runs all three, and draws the charts.</summary>
    public static Summary Run(Experiment experiment, Checklist checks)
    {
        var clock = Stopwatch.StartNew();
        var problem = experiment.Load();
        Checklist.Title($"=== {experiment.Name}: {experiment.Description}");
        Console.WriteLine(experiment.CreateNetwork(Seed));
        Console.WriteLine($"{problem.Train.Count:N0} rows to train on, {problem.Test.Count:N0} to test with");

        var (sgd, adam) = RepeatPyTorch(experiment, problem, checks);
        double shuffled = Shuffled(experiment, problem, checks);
        WithValidation(experiment, problem);
        return new(experiment, problem, sgd, adam, shuffled, clock.Elapsed);
    }

    /// <summary>
    /// PyTorch's runs again, without chance: given first weights, the rows in the order of the file. The same arithmetic must
    /// give the same result.
    /// </summary>
    private static (double Sgd, double Adam) RepeatPyTorch(Experiment experiment, Problem problem, Checklist checks)
    {
        if (experiment.Reference is not { } reference)
            return (double.NaN, double.NaN);

        Checklist.Title($"Fixed weights and order, batches of {experiment.BatchSize}, {experiment.Epochs} epochs, beside the same run in PyTorch");
        return (
            Repeat("SGD", reference.SgdRate, net => new Sgd<float>(net, reference.SgdRate), reference.SgdFixed),
            Repeat("Adam", experiment.AdamRate, net => new Adam<float>(net, experiment.AdamRate), reference.AdamFixed));

        double Repeat(string method, double rate, Func<INetwork<float>, Optimizer<float>> createOptimizer, double expected)
        {
            var net = experiment.CreateNetwork(Seed);
            FixedWeights.Set(net);
            new Trainer<float>(createOptimizer(net)) { BatchSize = experiment.BatchSize, Shuffle = false }
                .Fit(problem.Train, experiment.Epochs);
            double score = problem.Score(net);
            checks.Check(
                Math.Abs(score - expected) <= problem.Tolerance,
                $"{method}, learning rate {rate}: {problem.Text(score)} (PyTorch {problem.Text(expected)})");
            return score;
        }
    }

    /// <summary>
    /// Training as usual: random first weights, and the rows in another order each epoch. The test rows are looked at once,
    /// when nothing can be chosen by them any more.
    /// </summary>
    private static double Shuffled(Experiment experiment, Problem problem, Checklist checks)
    {
        Checklist.Title($"Random weights and order (seed {Seed}), Adam, learning rate {experiment.AdamRate}");
        var net = experiment.CreateNetwork(Seed);
        var trainer = new Trainer<float>(new Adam<float>(net, experiment.AdamRate)) { BatchSize = experiment.BatchSize, Seed = Seed };
        using (var progress = new ConsoleProgress(everyEpochs: experiment.Epochs / 5))
            trainer.Fit(problem.Train, experiment.Epochs, progress: progress);

        Console.WriteLine();
        Console.WriteLine(problem.Report(net));
        Console.WriteLine();
        double score = problem.Score(net);
        if (experiment.Reference is { } reference)
        {
            Console.WriteLine($"  NetGen        {problem.Text(score)}");
            Console.WriteLine($"  PyTorch       {problem.Text(reference.PyTorchSeeds.Average())} (mean of {reference.PyTorchSeeds.Length} seeds)");
            Console.WriteLine($"  scikit-learn  {problem.Text(reference.ScikitLearnSeeds.Average())} (mean of {reference.ScikitLearnSeeds.Length} seeds)");
        }

        checks.Check(problem.Reaches(score, experiment.Bar), $"{problem.Text(score)} (must reach {problem.Text(experiment.Bar)})");
        if (problem is Classification classification)
            Save(ConfusionChart.Draw($"{experiment.Name}: confusion matrix", classification.Confusion(net)), experiment, "confusion");
        return score;
    }

    /// <summary>
    /// How long to train is a choice, and one that is made by looking at the test rows has learnt from them. So a fifth of the
    /// training rows is held back: training goes on until their loss, the validation loss, gets no better, and keeps the
    /// weights that it was best with.
    /// </summary>
    private static void WithValidation(Experiment experiment, Problem problem)
    {
        int most = 3 * experiment.Epochs;
        Checklist.Title($"Stopped by validation: a fifth of the training rows held back, {most} epochs at most");
        var (train, validation) = problem.Train.Split(0.2, Seed);
        var net = experiment.CreateNetwork(Seed);
        var trainer = new Trainer<float>(new Adam<float>(net, experiment.AdamRate))
        {
            BatchSize = experiment.BatchSize,
            Seed = Seed,
            EarlyStopping = new EarlyStopping(patience: experiment.Epochs / 2),
        };
        var history = trainer.Fit(train, most, validation);
        Console.WriteLine($"  best after epoch {history.BestEpoch} of {history.Epochs.Count}; with its weights {problem.Text(problem.Score(net))} on the test rows");
        Save(LossChart.Draw($"{experiment.Name}: loss", history), experiment, "loss");
    }

    private static void Save(Svg chart, Experiment experiment, string what)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "charts");
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, $"{experiment.Name}-{what}.svg");
        chart.Save(path);
        Console.WriteLine($"  chart: {Path.GetRelativePath(Environment.CurrentDirectory, path)}");
    }
}
