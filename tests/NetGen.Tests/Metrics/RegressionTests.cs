using NetGen.Tests.Networks;

namespace NetGen.Tests.Metrics;

public class RegressionTests
{
    private const int Digits = 13;

    // By formulas; scikit-learn 1.2.1 computed the expected values of these.
    private static readonly double[] _targets =
    [
        .. from i in Enumerable.Range(0, 50) from j in Enumerable.Range(0, 3) select (((29 * i) + (17 * j) + (i * j)) % 53) / 7.0,
    ];

    private static readonly double[] _predictions =
        [.. _targets.Select((target, place) => target + (((((13 * (place / 3)) + (7 * (place % 3))) % 11) - 5) / 4.0))];

    /// <summary>The example of scikit-learn's r2_score, mean_squared_error and mean_absolute_error.</summary>
    [Fact]
    public void OneOutput()
    {
        var report = Evaluate.Regression<float>([2.5f, 0, 2, 8], [3, -0.5f, 2, 7]);

        Check(0.6123724356957945, 0.5, 0.9486081370449679, report.Overall);
        Assert.Equal(report.Overall, Assert.Single(report.Outputs));
        Assert.Equal(4, report.Count);
    }

    /// <summary>The example of several outputs there.</summary>
    [Fact]
    public void TwoOutputs()
    {
        var report = Evaluate.Regression<double>([0, 2, -1, 2, 8, -5], [0.5, 1, -1, 1, 7, -6], 2);

        Check(0.6454972243679028, 0.5, 0.9654377880184332, report.Outputs[0]);
        Check(1, 1, 0.9081632653061225, report.Outputs[1]);
        Check(0.8227486121839513, 0.75, 0.9368005266622779, report.Overall);
        Assert.Equal(3, report.Count);
    }

    [Fact]
    public void ThreeOutputs() => CheckFormula(Evaluate.Regression<double>(_predictions, _targets, 3));

    [Fact]
    public void NetworkIsMeasuredInBlocks()
    {
        const int Repeats = 1000;
        var network = new PassThrough<double>(3);
        double[] inputs = [.. Enumerable.Repeat(_predictions, Repeats).SelectMany(all => all)];
        double[] targets = [.. Enumerable.Repeat(_targets, Repeats).SelectMany(all => all)];

        var report = Evaluate.Regression(network, new Dataset<double>(inputs, 3, targets, 3));

        Assert.Equal(50 * Repeats, network.Samples);
        Assert.InRange(network.LargestBatch, 100, 20_000);
        Assert.Equal(50 * Repeats, report.Count);
        CheckFormula(report, digits: 9);
    }

    [Fact]
    public void WideOutputsRunSampleBySample()
    {
        const int Size = 40_000;
        var network = new PassThrough<float>(Size);
        float[] values = [.. Enumerable.Range(0, 2 * Size).Select(n => (float)n)];

        var report = Evaluate.Regression(network, new Dataset<float>(values, Size, values, Size));

        Assert.Equal((2, 1), (network.Samples, network.LargestBatch));
        Assert.Equal((0, 0, 1), (report.Overall.RootMeanSquaredError, report.Overall.MeanAbsoluteError, report.Overall.RSquared));
    }

    [Fact]
    public void ErrorsAreInTheUnitOfUnscaledValues()
    {
        var scales = new[] { 0.5, 20, 3 };
        double Scaled(double value, int place) => (value - place) / scales[place];
        var inputs = _predictions.Select((value, place) => Scaled(value, place % 3)).ToArray();
        var targets = _targets.Select((value, place) => Scaled(value, place % 3)).ToArray();

        var report = Evaluate.Regression(
            new PassThrough<double>(3), new Dataset<double>(inputs, 3, targets, 3), (output, value) => (value * scales[output]) + output);

        CheckFormula(report);
    }

    [Fact]
    public void GeneratedNetworkIsMeasuredAsItPredicts()
    {
        var network = new RegressionNetwork("two outputs");
        double[] inputs = [0.5, -1, 2, 1.5, 0.25, -0.75];
        var outputs = new double[4];
        network.ForwardBatch(inputs, outputs);

        var report = Evaluate.Regression(network, new(inputs, 3, [1.0, 2, 3, 4], 2));

        Assert.Equal((Math.Abs(outputs[1] - 2) + Math.Abs(outputs[3] - 4)) / 2, report.Outputs[1].MeanAbsoluteError, Digits);
    }

    /// <summary>0.1 is not exact in binary, and yet its mean is no other number.</summary>
    [Theory]
    [InlineData(1, new[] { 0.1, 0.1, 0.1 }, new[] { 0.1, 0.1, 0.1 })]
    [InlineData(0, new[] { 0.1, 0.1, 0.2 }, new[] { 0.1, 0.1, 0.1 })]
    [InlineData(double.NaN, new[] { 5.0 }, new[] { 5.0 })]
    [InlineData(double.NaN, new[] { 5.0, double.NaN }, new[] { 5.0, 6 })]
    [InlineData(double.NaN, new[] { 5.0, double.NaN }, new[] { 5.0, 5 })]
    [InlineData(double.NaN, new[] { 5.0, 6 }, new[] { 5.0, double.NaN })]
    public void RSquaredOfSpecialTargets(double expected, double[] predictions, double[] targets) =>
        Assert.Equal(expected, Evaluate.Regression<double>(predictions, targets).Overall.RSquared);

    [Fact]
    public void NaNIsNoSmallError()
    {
        var report = Evaluate.Regression<double>([1, double.NaN, 2, 3], [1, 2, 2, 3], 2);

        Assert.Equal((0, 0), (report.Outputs[0].RootMeanSquaredError, report.Outputs[0].MeanAbsoluteError));
        Assert.Equal((double.NaN, double.NaN), (report.Outputs[1].RootMeanSquaredError, report.Outputs[1].MeanAbsoluteError));
        Assert.Equal(double.NaN, report.Overall.MeanAbsoluteError);
    }

    /// <summary>A sum of squares less the square of the sum would have no digit left.</summary>
    [Fact]
    public void RSquaredOfTargetsFarFromZero()
    {
        var targets = _targets.Where((_, place) => place % 3 == 0).Select(value => value + 1e8).ToArray();
        var predictions = _predictions.Where((_, place) => place % 3 == 0).Select(value => value + 1e8).ToArray();

        Assert.Equal(0.868325321525236, Evaluate.Regression<double>(predictions, targets).Overall.RSquared, 10);
    }

    [Fact]
    public void Prints()
    {
        var one = Evaluate.Regression<double>([2.5, 0, 2, 8], [3, -0.5, 2, 7]);
        var two = Evaluate.Regression<double>([0, 2, -1, 2, 8, -5], [0.5, 1, -1, 1, 7, -6], 2, ["height", "weight"]);

        Assert.Equal("RMSE 0.61237, MAE 0.5, R² 0.9486 (4 samples)", one.ToString());
        Assert.Equal(
            """
            RMSE 0.82275, MAE 0.75, R² 0.9368 (3 samples)

            output    RMSE  MAE      R²
            height  0.6455  0.5  0.9654
            weight       1    1  0.9082
            """,
            two.ToString(),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void WrongArgumentsAreRefused()
    {
        var network = new PassThrough<double>(2);

        Assert.Throws<ArgumentNullException>("network", () => Evaluate.Regression(null!, new Dataset<double>([1], 1, [1.0], 1)));
        Assert.Throws<ArgumentNullException>("data", () => Evaluate.Regression<double>(network, null!));
        Assert.Throws<ArgumentException>("data", () => Evaluate.Regression(network, new([], 2, [], 2)));
        Assert.Throws<ArgumentException>("data", () => Evaluate.Regression(network, new([1], 1, [1.0, 2], 2)));
        Assert.Throws<ArgumentException>("data", () => Evaluate.Regression(network, new([1, 2], 2, [1.0], 1)));
        Assert.Throws<ArgumentException>("data", () => Evaluate.Regression(network, new([1, 2], 2, [1])));
        Assert.Throws<ArgumentException>("outputNames", () => Evaluate.Regression(network, new([1, 2], 2, [1.0, 2], 2), outputNames: ["a"]));
        Assert.Throws<ArgumentException>("targets", () => Evaluate.Regression<double>([], []));
        Assert.Throws<ArgumentException>("targets", () => Evaluate.Regression<double>([1, 2, 3], [1, 2, 3], 2));
        Assert.Throws<ArgumentException>("predictions", () => Evaluate.Regression<double>([1, 2, 3], [1, 2]));
        Assert.Throws<ArgumentOutOfRangeException>("outputSize", () => Evaluate.Regression<double>([1], [1], 0));
    }

    private static void CheckFormula(RegressionReport report, int digits = Digits)
    {
        Check(0.7984359711335656, 0.69, 0.8683253214990869, report.Outputs[0], digits);
        Check(0.787400787401181, 0.68, 0.8723583042729297, report.Outputs[1], digits);
        Check(0.788986691902975, 0.68, 0.8665778133152302, report.Outputs[2], digits);
        Check(0.7916078168125739, 0.6833333333333335, 0.8690871463624156, report.Overall, digits);
    }

    private static void Check(double rmse, double mae, double rSquared, RegressionMetrics actual, int digits = Digits)
    {
        Assert.Equal(rmse, actual.RootMeanSquaredError, digits);
        Assert.Equal(mae, actual.MeanAbsoluteError, digits);
        Assert.Equal(rSquared, actual.RSquared, digits);
    }
}
