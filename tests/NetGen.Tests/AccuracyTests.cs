using NetGen.Tests.Networks;
using NetGen.Tests.Reference;

namespace NetGen.Tests;

/// <summary>Whole trainings on real data go the way that they go in PyTorch, epoch by epoch, and end as they end there.</summary>
public class AccuracyTests
{
    private static readonly Tolerance Closely = new(1e-9, 1e-9);

    [Fact]
    public void Iris() => CheckClassifier("iris", new IrisNetwork());

    [Fact]
    public void Wine() => CheckClassifier("wine", new WineNetwork());

    [Fact]
    public void Digits() => CheckClassifier("digits", new DigitsNetwork());

    [Fact]
    public void BreastCancer()
    {
        var data = new Data("breast_cancer");
        CheckTraining(data, new BreastCancerNetwork(), data.Train.Targets, data.Test.Targets, out var outputs);
        var correct = data.Test.Targets.Zip(outputs, (label, probability) => (probability > 0.5 ? 1 : 0) == label).Count(hit => hit);
        Assert.Equal(data.Recipe.TestCorrect, correct);
    }

    [Fact]
    public void Diabetes()
    {
        var data = new Data("diabetes");
        var scale = Scale.Of(data.Train.Targets);
        double[] Standardised(Table table) => [.. table.Targets.Select(scale.Apply)];

        CheckTraining(data, new DiabetesNetwork(), Standardised(data.Train), Standardised(data.Test), out var outputs);
        var meanSquare = data.Test.Targets.Zip(outputs, (target, output) =>
            Math.Pow((output * scale.Deviation) + scale.Mean - target, 2)).Average();
        Closely.Check("RMSE", data.Recipe.TestRmse!.Value, Math.Sqrt(meanSquare));
    }

    private static void CheckClassifier(string name, IClassifier<double> network)
    {
        var data = new Data(name);
        var train = Labels(data.Train);
        var (features, columns, batch) = (data.Train.Features, data.Train.Columns, data.Recipe.Batch);

        network.SetParameters(data.Recipe.InitialParameters());
        for (var epoch = 0; epoch < data.Recipe.Epochs; epoch++)
        {
            for (var row = 0; row < train.Length; row += batch)
            {
                var count = Math.Min(batch, train.Length - row);
                network.TrainBatch(
                    features.AsSpan(row * columns, count * columns), train.AsSpan(row, count), data.Recipe.LearningRate);
            }

            data.CheckEpoch(epoch, network.ComputeLossBatch(features, train));
        }

        var test = Labels(data.Test);
        Closely.Check("test loss", data.Recipe.TestLoss, network.ComputeLossBatch(data.Test.Features, test));
        var classes = Outputs(network, data.Test).Chunk(network.OutputSize).Select(row => Array.IndexOf(row, row.Max()));
        Assert.Equal(data.Recipe.TestCorrect, test.Zip(classes, (label, given) => label == given).Count(hit => hit));
    }

    private static void CheckTraining(
        Data data, INetwork<double> network, double[] trainTargets, double[] testTargets, out double[] outputs)
    {
        var (features, columns, batch) = (data.Train.Features, data.Train.Columns, data.Recipe.Batch);

        network.SetParameters(data.Recipe.InitialParameters());
        for (var epoch = 0; epoch < data.Recipe.Epochs; epoch++)
        {
            for (var row = 0; row < trainTargets.Length; row += batch)
            {
                var count = Math.Min(batch, trainTargets.Length - row);
                network.TrainBatch(
                    features.AsSpan(row * columns, count * columns),
                    trainTargets.AsSpan(row, count),
                    count,
                    data.Recipe.LearningRate);
            }

            data.CheckEpoch(epoch, network.ComputeLossBatch(features, trainTargets, trainTargets.Length));
        }

        Closely.Check(
            "test loss", data.Recipe.TestLoss, network.ComputeLossBatch(data.Test.Features, testTargets, testTargets.Length));
        outputs = Outputs(network, data.Test);
    }

    private static int[] Labels(Table table) => Array.ConvertAll(table.Targets, label => (int)label);

    private static double[] Outputs(INetwork<double> network, Table table)
    {
        var outputs = new double[table.Rows * network.OutputSize];
        network.ForwardBatch(table.Features, outputs, table.Rows);
        return outputs;
    }

    /// <summary>A recipe and its data, standardised.</summary>
    private sealed class Data
    {
        public Data(string name)
        {
            Recipe = AccuracyRecipe.Of(name);
            var train = Table.Read(name, "train");
            Train = train.Standardised(train);
            Test = Table.Read(name, "test").Standardised(train);
        }

        public AccuracyRecipe Recipe { get; }

        public Table Train { get; }

        public Table Test { get; }

        public void CheckEpoch(int epoch, double loss) =>
            Closely.Check($"training loss after epoch {epoch + 1}", Recipe.TrainLossAfterEpoch[epoch], loss);
    }
}
