namespace NetGen.Tests.Data;

public class FeatureScalingTests
{
    // Two features: 2, 4, 4, 4, 5, 5, 7, 9 has mean 5 and population deviation 2; the other is constant.
    private static readonly Dataset<double> _samples =
        new([2, 0.1, 4, 0.1, 4, 0.1, 4, 0.1, 5, 0.1, 5, 0.1, 7, 0.1, 9, 0.1], 2, new int[8]);

    [Fact]
    public void StandardIsMeanAndPopulationDeviation()
    {
        var scaling = FeatureScaling.FitStandard(_samples);

        Assert.Equal(2, scaling.Size);
        Assert.Equal([5, 0.1], scaling.Offsets.ToArray());
        Assert.Equal([0.5, 1], scaling.Scales.ToArray());
        Assert.Equal([-1.5, 0], scaling.Apply(_samples).Input(0).ToArray());
        Assert.Equal([2, 0], scaling.Apply(_samples).Input(7).ToArray());
    }

    [Fact]
    public void MinMaxIsTheRange()
    {
        Assert.Equal([0, 0], FeatureScaling.FitMinMax(_samples).Apply(_samples).Input(0).ToArray());
        Assert.Equal([1, 0], FeatureScaling.FitMinMax(_samples).Apply(_samples).Input(7).ToArray(), (a, b) => Math.Abs(a - b) < 1e-15);

        // (x − 2) / 7 · 2 − 1 is 0 at the middle, 5.5; a constant feature is at the start.
        var scaling = FeatureScaling.FitMinMax(_samples, -1, 1);
        double[] sample = [5.5, 0.1];
        scaling.Apply<double>(sample);
        Assert.Equal([0, -1], sample, (a, b) => Math.Abs(a - b) < 1e-15);
    }

    [Fact]
    public void ApplyMakesAnotherDatasetWithTheSameLabels()
    {
        var before = _samples.Inputs.ToArray();

        var scaled = FeatureScaling.FitStandard(_samples).Apply(_samples);

        Assert.Equal(before, _samples.Inputs.ToArray());
        Assert.Equal(_samples.Labels.ToArray(), scaled.Labels.ToArray());
    }

    [Fact]
    public void TargetsAreScaledForRegression()
    {
        var dataset = new Dataset<float>([1, 2], 1, [10, 1, 30, 1], 2);
        var scaling = FeatureScaling.FitStandard(dataset.Targets, dataset.TargetSize);

        var scaled = scaling.ApplyToTargets(dataset);

        Assert.Equal([-1, 0, 1, 0], scaled.Targets.ToArray());
        Assert.Equal([1, 2], scaled.Inputs.ToArray());
        var predictions = new float[] { 0, 0, 0.5f, 2 };
        scaling.Invert<float>(predictions);
        Assert.Equal([20, 1, 25, 3], predictions);
        Assert.Equal([-1, 0, 1, 0], FeatureScaling.FitMinMax(dataset.Targets, 2, -1, 1).ApplyToTargets(dataset).Targets.ToArray()
            .Select((value, index) => index % 2 == 0 ? value : value + 1));
    }

    [Fact]
    public void InvertUndoesApply()
    {
        var random = new SeededRandom(4);
        var values = Enumerable.Range(0, 300).Select(_ => 1000 + (10 * random.NextGaussian())).ToArray();
        var scaling = FeatureScaling.FitMinMax<double>(values, 3, -2, 5);
        var copy = values.ToArray();

        scaling.Apply<double>(copy);
        Assert.All(copy, value => Assert.InRange(value, -2 - 1e-12, 5 + 1e-12));
        scaling.Invert<double>(copy);

        Assert.All(values.Zip(copy), pair => Assert.Equal(pair.First, pair.Second, 1e-10));
    }

    [Fact]
    public void NumbersAreThoseGiven()
    {
        var scaling = new FeatureScaling([1, -2], [10, -0.5]);
        float[] samples = [1.5f, 2, 0, 0];

        scaling.Apply<float>(samples);

        Assert.Equal([5, -2, -10, -1], samples);
    }

    // The naive Σx² − n μ² has no right digit here: the deviation of 0, 1 and 2 is √(2/3), wherever they are.
    [Theory]
    [InlineData(0)]
    [InlineData(1e8)]
    [InlineData(-1e15)]
    public void LargeMeanLeavesTheDeviationExact(double shift) =>
        Assert.Equal(
            1 / Math.Sqrt(2.0 / 3),
            FeatureScaling.FitStandard<double>([shift, shift + 1, shift + 2], 1).Scales[0],
            1e-15);

    // 0.1 summed up and divided is not 0.1, and the rounding must not pass for a deviation.
    [Theory]
    [InlineData(0.1, 3)]
    [InlineData(1e300, 10)]
    [InlineData(-1.7e308, 7)]
    [InlineData(1.0 / 3, 1000)]
    [InlineData(5e-324, 3)]
    [InlineData(0, 1)]
    public void ConstantFeatureHasScaleOne(double value, int count)
    {
        var scaling = FeatureScaling.FitStandard<double>(Enumerable.Repeat(value, count).ToArray(), 1);

        Assert.Equal(value, scaling.Offsets[0]);
        Assert.Equal(1, scaling.Scales[0]);
        Assert.Equal(1, FeatureScaling.FitMinMax<double>(Enumerable.Repeat(value, count).ToArray(), 1).Scales[0]);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void ValueThatIsNotFiniteIsNamed(double value)
    {
        double[] samples = [1, 2, 3, 4, 5, value];

        Assert.Contains(
            "Value 1 of sample 2 is",
            Assert.Throws<ArgumentException>("samples", () => FeatureScaling.FitStandard<double>(samples, 2)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("samples", () => FeatureScaling.FitMinMax<double>(samples, 2));
    }

    [Theory]
    [InlineData(-1.7e308, 1.7e308)]
    [InlineData(0, 5e-324)]
    public void SpreadBeyondADoubleIsRefused(double least, double greatest) =>
        Assert.Contains(
            "feature 1 spread",
            Assert.Throws<ArgumentException>(() => FeatureScaling.FitMinMax<double>([1, least, 2, greatest], 2)).Message,
            StringComparison.Ordinal);

    // What computations that mean the same number differ by must not be blown up to a deviation of 1.
    [Theory]
    [InlineData(0.3, 0.1 + 0.2)]
    [InlineData(-0.3, -(0.1 + 0.2))]
    [InlineData(1e-300, 1.0000000000000002e-300)]
    [InlineData(1e300, 1.0000000000000005e300)]
    [InlineData(1, 1 - 3e-16)]
    public void SpreadOfRoundingErrorsIsNone(double one, double other)
    {
        Assert.Equal([1], FeatureScaling.FitStandard<double>([one, other, one, other], 1).Scales.ToArray());
        Assert.Equal([1], FeatureScaling.FitMinMax<double>([one, other, one, other], 1).Scales.ToArray());
    }

    [Fact]
    public void RoundingErrorsAreThoseOfTheSamplesType()
    {
        float sum = 0;
        for (var term = 0; term < 10; term++)
            sum += 0.1f;
        Assert.NotEqual(1, sum);
        Assert.Equal([1], FeatureScaling.FitStandard<float>([1, sum], 1).Scales.ToArray());
        Assert.Equal([2 / ((double)sum - 1)], FeatureScaling.FitStandard<double>([1, sum], 1).Scales.ToArray());
    }

    [Theory]
    [InlineData(1e200)]
    [InlineData(1e-200)]
    [InlineData(3e-307)]
    public void SquaresBeyondADoubleDoNoHarm(double deviation) =>
        Assert.Equal([1 / deviation], FeatureScaling.FitStandard<double>([-deviation, deviation], 1).Scales.ToArray());

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        var scaling = new FeatureScaling([0, 0], [1, 1]);

        Assert.Throws<ArgumentException>("samples", () => FeatureScaling.FitStandard<double>([], 1));
        Assert.Throws<ArgumentException>("samples", () => FeatureScaling.FitStandard<double>([1, 2, 3], 2));
        Assert.Throws<ArgumentOutOfRangeException>("size", () => FeatureScaling.FitMinMax<double>([1], 0));
        Assert.Throws<ArgumentOutOfRangeException>("end", () => FeatureScaling.FitMinMax(_samples, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("start", () => FeatureScaling.FitMinMax(_samples, double.NaN));
        Assert.Throws<ArgumentException>("samples", () => scaling.Apply<float>(new float[3]));
        Assert.Throws<ArgumentException>("samples", () => scaling.Invert<float>(new float[3]));
        Assert.Throws<ArgumentException>("dataset", () => scaling.Apply(new Dataset<float>([1], 1, [0])));
        Assert.Throws<ArgumentException>("dataset", () => scaling.ApplyToTargets(_samples));
    }

    [Fact]
    public void UnusableNumbersAreRefused()
    {
        Assert.Throws<ArgumentException>("offsets", () => new FeatureScaling([], []));
        Assert.Throws<ArgumentException>("scales", () => new FeatureScaling([1, 2], [1]));
        Assert.Throws<ArgumentException>("scales", () => new FeatureScaling([1, 2], [1, 0]));
        Assert.Throws<ArgumentException>("scales", () => new FeatureScaling([1], [double.NaN]));
        Assert.Throws<ArgumentException>("offsets", () => new FeatureScaling([double.NegativeInfinity], [1]));
    }
}
