using System.Globalization;
using NetGen;

namespace Samples;

/// <summary>Predicts classes; the score is the number of test rows that are classified rightly.</summary>
internal sealed class Classification(Dataset<float> train, Dataset<float> test, string[] classNames) : Problem(train, test)
{
    public override double Tolerance => 0;

    /// <summary>Reads a data set for a network with an output for each class.</summary>
    public static Classification FromCsv(string folder, string[] classNames)
    {
        var (train, test) = ReadCsv(folder, new CsvOptions { Label = "label" });
        return new(train, test, classNames);
    }

    /// <summary>
    /// Reads a data set of two classes for a network with one output, the probability of class 1. Its loss, binary cross
    /// entropy, takes the label as target value: 0 or 1.
    /// </summary>
    public static Classification BinaryFromCsv(string folder, string[] classNames)
    {
        var (train, test) = ReadCsv(folder, new CsvOptions { Label = "label" });
        return new(train.LabelsAsTargets(), test.LabelsAsTargets(), classNames);
    }

    public ConfusionMatrix Confusion(INetwork<float> net) => Evaluate.Classification(net, Test, classNames).Confusion;

    public override double Score(INetwork<float> net) => Confusion(net).Correct;

    public override bool Reaches(double score, double bar) => score >= bar;

    public override string Text(double score) => string.Create(CultureInfo.InvariantCulture, $"{100 * score / Test.Count:F2} %");

    public override string Report(INetwork<float> net) => Evaluate.Classification(net, Test, classNames).ToString();
}
