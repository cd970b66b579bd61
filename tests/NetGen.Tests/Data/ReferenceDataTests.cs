using NetGen.Tests.Reference;

namespace NetGen.Tests.Data;

/// <summary>The library reads and scales real data as the tests' own reader, and as NumPy does.</summary>
public class ReferenceDataTests
{
    // NumPy 1.24: x.mean(0) and x.std(0) of the training rows.
    private static readonly double[] _irisMeans = [5.841666666666668, 3.0483333333333342, 3.769999999999999, 1.2049999999999987];
    private static readonly double[] _irisDeviations = [0.837415003978845, 0.44665111913239636, 1.7611359970201048, 0.7594789880788891];

    // NumPy 1.24: x of the first test row by min and max of the training rows.
    private static readonly double[] _irisMinMax = [0.027777777777777922, 0.41666666666666663, 0.03448275862068964, 0.04166666666666667];

    public static TheoryData<string, string> Files => new()
    {
        { "iris", "train" },
        { "iris", "test" },
        { "wine", "train" },
        { "wine", "test" },
        { "breast_cancer", "train" },
        { "breast_cancer", "test" },
        { "digits", "train" },
        { "digits", "test" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void LabelledDataIsThatOfTheTestsReader(string data, string part)
    {
        var table = Table.Read(data, part);

        var dataset = Read(data, part, new() { Label = "label" });

        Assert.Equal(table.Columns, dataset.InputSize);
        Assert.Equal(table.Features, dataset.Inputs.ToArray());
        Assert.Equal(table.Targets, dataset.Labels.ToArray().Select(label => (double)label));
    }

    [Theory]
    [InlineData("train", 353)]
    [InlineData("test", 89)]
    public void RegressionDataIsThatOfTheTestsReader(string part, int rows)
    {
        var table = Table.Read("diabetes", part);

        var dataset = Read("diabetes", part, new() { Targets = ["target"] });

        Assert.Equal(rows, dataset.Count);
        Assert.Equal(table.Features, dataset.Inputs.ToArray());
        Assert.Equal(table.Targets, dataset.Targets.ToArray());
    }

    [Fact]
    public void IrisIsStandardisedAsByNumPy()
    {
        var scaling = FeatureScaling.FitStandard(Read("iris", "train", new() { Label = "label" }));

        Assert.All(_irisMeans.Zip(scaling.Offsets.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-14));
        Assert.All(_irisDeviations.Zip(scaling.Scales.ToArray()), pair => Assert.Equal(pair.First, 1 / pair.Second, 1e-14));
    }

    [Fact]
    public void IrisIsBroughtIntoItsRangeAsByNumPy()
    {
        var options = new CsvOptions { Label = "label" };

        var scaled = FeatureScaling.FitMinMax(Read("iris", "train", options)).Apply(Read("iris", "test", options));

        Assert.All(_irisMinMax.Zip(scaled.Input(0).ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-15));
    }

    // NumPy 1.24: mean and standard deviation of the training targets.
    [Fact]
    public void DiabetesTargetIsStandardisedAsByNumPy()
    {
        var train = Read("diabetes", "train", new() { Targets = ["target"] });

        var scaling = FeatureScaling.FitStandard(train.Targets, train.TargetSize);

        Assert.Equal(153.73654390934846, scaling.Offsets[0], 1e-12);
        Assert.Equal(77.9512540821802, 1 / scaling.Scales[0], 1e-12);
    }

    [Theory]
    [InlineData("wine")]
    [InlineData("breast_cancer")]
    [InlineData("digits")]
    public void StandardisedDataIsThatOfTheTests(string data)
    {
        var train = Table.Read(data, "train");
        var test = Table.Read(data, "test");
        var options = new CsvOptions { Label = "label" };

        var scaled = FeatureScaling.FitStandard(Read(data, "train", options)).Apply(Read(data, "test", options));

        Assert.All(
            test.Standardised(train).Features.Zip(scaled.Inputs.ToArray()),
            pair => Assert.Equal(pair.First, pair.Second, 1e-12 * Math.Max(1, Math.Abs(pair.First))));
    }

    // 0.2 of 120 with three classes of 40: 8 of each.
    [Fact]
    public void IrisIsSplitInProportion()
    {
        var (train, test) = Read("iris", "train", new() { Label = "label" }).SplitStratified(0.2, seed: 42);

        Assert.Equal([32, 32, 32], Counts(train));
        Assert.Equal([8, 8, 8], Counts(test));
    }

    private static IEnumerable<int> Counts(Dataset<double> dataset) =>
        dataset.Labels.ToArray().GroupBy(label => label).OrderBy(group => group.Key).Select(group => group.Count());

    private static Dataset<double> Read(string data, string part, CsvOptions options) => CsvFile.Read<double>(
        Path.Combine(AppContext.BaseDirectory, "Reference", "data", data, part + ".csv"), options).Dataset;
}
