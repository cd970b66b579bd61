using System.Globalization;
using NetGen;

namespace Samples;

/// <summary>Predicts a value; the score is the root of the mean squared error of the test rows, in the value's own unit.</summary>
internal sealed class Regression : Problem
{
    private readonly FeatureScaling _targetScaling;

    private Regression(Dataset<float> train, Dataset<float> test, FeatureScaling targetScaling)
        : base(train, test) => _targetScaling = targetScaling;

    public override double Tolerance => 0.01;

    /// <summary>
    /// Reads a data set. The network learns standardised targets too, so that its errors are of the size that its first
    /// weights and the learning rate suit; reports scale them back.
    /// </summary>
    public static Regression FromCsv(string folder)
    {
        var (train, test) = ReadCsv(folder, new CsvOptions { Targets = ["target"] });
        var scaling = FeatureScaling.FitStandard(train.Targets, train.TargetSize);
        return new(scaling.ApplyToTargets(train), scaling.ApplyToTargets(test), scaling);
    }

    public override double Score(INetwork<float> net) => Evaluated(net).Overall.RootMeanSquaredError;

    public override bool Reaches(double score, double bar) => score <= bar;

    public override string Text(double score) => string.Create(CultureInfo.InvariantCulture, $"RMSE {score:F2}");

    public override string Report(INetwork<float> net) => Evaluated(net).ToString();

    private RegressionReport Evaluated(INetwork<float> net) => Evaluate.Regression(
        net, Test, unscale: (output, value) => (value / _targetScaling.Scales[output]) + _targetScaling.Offsets[output]);
}
