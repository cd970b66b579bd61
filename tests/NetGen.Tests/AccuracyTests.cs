using NetGen.Tests.Networks;
using NetGen.Tests.Reference;

namespace NetGen.Tests;

/// <summary>Whole trainings on real data go the way that they go in PyTorch, epoch by epoch, and end as they end there.</summary>
public class AccuracyTests
{
    // A thousand steps and more amplify the rounding.
    private static readonly Tolerance Closely = new(1e-9, 1e-9);

    [Theory]
    [InlineData("iris", "sgd")]
    [InlineData("iris", "adam")]
    [InlineData("wine", "sgd")]
    [InlineData("wine", "adam")]
    [InlineData("digits", "sgd")]
    [InlineData("digits", "adam")]
    public void Classifiers(string data, string optimiser)
    {
        var recipe = AccuracyRecipe.Of(data, optimiser);
        INetwork<double> network = data switch
        {
            "iris" => new IrisNetwork(),
            "wine" => new WineNetwork(),
            _ => new DigitsNetwork(),
        };
        var test = Samples(data, "test", Labelled);
        Train(network, recipe, Samples(data, "train", Labelled), test);

        var correct = 0;
        for (var sample = 0; sample < test.Count; sample++)
            correct += network.Classify(test.Input(sample)) == test.Labels[sample] ? 1 : 0;
        Assert.Equal(recipe.TestCorrect, correct);
    }

    [Theory]
    [InlineData("sgd")]
    [InlineData("adam")]
    public void BreastCancer(string optimiser)
    {
        var recipe = AccuracyRecipe.Of("breast_cancer", optimiser);
        var network = new BreastCancerNetwork();
        var test = Samples("breast_cancer", "test", WithTargets);
        Train(network, recipe, Samples("breast_cancer", "train", WithTargets), test);

        var correct = test.Targets.ToArray().Zip(Outputs(network, test), (label, probability) => (probability > 0.5 ? 1 : 0) == label).Count(hit => hit);
        Assert.Equal(recipe.TestCorrect, correct);
    }

    [Theory]
    [InlineData("sgd")]
    [InlineData("adam")]
    public void Diabetes(string optimiser)
    {
        var recipe = AccuracyRecipe.Of("diabetes", optimiser);
        var scale = Scale.Of(Table.Read("diabetes", "train").Targets);
        Dataset<double> Standardised(Table table) => new(table.Features, table.Columns, [.. table.Targets.Select(scale.Apply)], 1);
        var network = new DiabetesNetwork();
        var test = Samples("diabetes", "test", Standardised);
        Train(network, recipe, Samples("diabetes", "train", Standardised), test);

        var meanSquare = test.Targets.ToArray().Zip(Outputs(network, test), (target, output) => Math.Pow((output - target) * scale.Deviation, 2)).Average();
        Closely.Check("RMSE", recipe.TestRmse!.Value, Math.Sqrt(meanSquare));
    }

    private static void Train(INetwork<double> network, AccuracyRecipe recipe, Dataset<double> training, Dataset<double> test)
    {
        Optimizer<double> optimizer = recipe.Optimiser == "sgd" ? new Sgd<double>(network, recipe.LearningRate) : new Adam<double>(network, recipe.LearningRate);
        var trainer = new Trainer<double>(optimizer)
        {
            BatchSize = recipe.Batch,
            Shuffle = false,
            EpochEnded = epoch => Closely.Check(
                $"training loss after epoch {epoch.Epoch}", recipe.TrainLossAfterEpoch[epoch.Epoch - 1], Loss(network, training)),
        };
        network.SetParameters(recipe.InitialParameters());

        var history = trainer.Fit(training, recipe.Epochs, validation: test);

        Assert.Equal(recipe.TrainLossAfterEpoch.Length, history.Epochs.Count);
        Closely.Check("test loss", recipe.TestLoss, history.Last.ValidationLoss!.Value);
    }

    private static double Loss(INetwork<double> network, Dataset<double> data) => data.HasLabels
        ? ((IClassifier<double>)network).ComputeLossBatch(data.Inputs, data.Labels)
        : network.ComputeLossBatch(data.Inputs, data.Targets);

    private static double[] Outputs(INetwork<double> network, Dataset<double> data)
    {
        var outputs = new double[data.Count * network.OutputSize];
        network.ForwardBatch(data.Inputs, outputs);
        return outputs;
    }

    /// <summary>The rows of a file, standardised by those of the training file.</summary>
    private static Dataset<double> Samples(string data, string part, Func<Table, Dataset<double>> toSamples) =>
        toSamples(Table.Read(data, part).Standardised(Table.Read(data, "train")));

    private static Dataset<double> Labelled(Table table) => new(table.Features, table.Columns, Array.ConvertAll(table.Targets, label => (int)label));

    private static Dataset<double> WithTargets(Table table) => new(table.Features, table.Columns, table.Targets, 1);
}
