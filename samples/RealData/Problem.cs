using NetGen;

namespace Samples;

/// <summary>Samples to learn from, others to test on, and how predictions are judged.</summary>
internal abstract class Problem(Dataset<float> train, Dataset<float> test)
{
    public Dataset<float> Train { get; } = train;

    public Dataset<float> Test { get; } = test;

    /// <summary>How far a score may be from the same run's in PyTorch.</summary>
    public abstract double Tolerance { get; }

    /// <summary>How good the network is on the test rows, in one number.</summary>
    public abstract double Score(INetwork<float> net);

    /// <summary>Whether a score is as good as another one.</summary>
    public abstract bool Reaches(double score, double bar);

    /// <summary>A score for a person.</summary>
    public abstract string Text(double score);

    /// <summary>All that is to be said of the network on the test rows.</summary>
    public abstract string Report(INetwork<float> net);

    /// <summary>
    /// Reads a data set and standardises each feature to mean 0 and standard deviation 1: sizes of millimetres and of metres
    /// then count alike, and the first weights suit them. Mean and deviation are those of the training rows alone. The test
    /// rows stand for what nobody has seen yet; were they part of the fit, the result would be flattered.
    /// </summary>
    protected static (Dataset<float> Train, Dataset<float> Test) ReadCsv(string folder, CsvOptions options)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "data", folder);
        var train = CsvFile.Read<float>(Path.Combine(path, "train.csv"), options).Dataset;
        var test = CsvFile.Read<float>(Path.Combine(path, "test.csv"), options).Dataset;
        var scaling = FeatureScaling.FitStandard(train);
        return (scaling.Apply(train), scaling.Apply(test));
    }
}
