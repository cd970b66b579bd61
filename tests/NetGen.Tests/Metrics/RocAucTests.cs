namespace NetGen.Tests.Metrics;

public class RocAucTests
{
    /// <summary>The first is the example of scikit-learn's roc_auc_score.</summary>
    [Theory]
    [InlineData(0.75, new[] { 0.1, 0.4, 0.35, 0.8 }, new[] { 0, 0, 1, 1 })]
    [InlineData(1, new[] { -2, -1, 3, 4.0 }, new[] { 0, 0, 1, 1 })]
    [InlineData(0, new[] { 4, 3, -1, -2.0 }, new[] { 0, 0, 1, 1 })]
    [InlineData(0.5, new[] { 7, 7, 7.0 }, new[] { 1, 0, 1 })]
    [InlineData(0.875, new[] { 1, 2, 2, 3.0 }, new[] { 0, 0, 1, 1 })]
    [InlineData(0.5, new[] { 0.0, -0.0 }, new[] { 0, 1 })]
    [InlineData(0.5, new[] { double.PositiveInfinity, double.PositiveInfinity }, new[] { 0, 1 })]
    [InlineData(1, new[] { double.NegativeInfinity, -1e300 }, new[] { 0, 1 })]
    [InlineData(double.NaN, new[] { 0.1, 0.4 }, new[] { 1, 1 })]
    [InlineData(double.NaN, new[] { 0.1, 0.4 }, new[] { 0, 0 })]
    [InlineData(double.NaN, new[] { 0.1, double.NaN, 0.2 }, new[] { 0, 1, 1 })]
    public void CountsPairsInTheRightOrder(double expected, double[] scores, int[] labels) =>
        Assert.Equal(expected, Evaluate.RocAuc<double>(scores, labels));

    [Fact]
    public void ScoresWithTies()
    {
        var floats = Array.ConvertAll(Samples.BinaryScores, score => (float)score);

        Assert.Equal(0.702020202020202, Evaluate.RocAuc<double>(Samples.BinaryScores, Samples.BinaryLabels), 14);
        Assert.Equal(0.702020202020202, Evaluate.RocAuc<float>(floats, Samples.BinaryLabels), 14);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(1000)]
    public void IsTheShareOfAllPairs(int different)
    {
        var random = new SeededRandom(different);
        double[] scores = [.. Enumerable.Range(0, 300).Select(_ => (double)random.NextInt32(different))];
        int[] labels = [.. scores.Select(_ => random.NextInt32(2))];
        var pairs = (from positive in Enumerable.Range(0, 300)
                     where labels[positive] == 1
                     from negative in Enumerable.Range(0, 300)
                     where labels[negative] == 0
                     select (Math.Sign(scores[positive] - scores[negative]) + 1) / 2.0).ToArray();

        Assert.Equal(pairs.Average(), Evaluate.RocAuc<double>(scores, labels), 12);
    }

    /// <summary>More pairs than an int counts.</summary>
    [Fact]
    public void ManySamples()
    {
        const int Half = 100_000;
        double[] scores = [.. Enumerable.Range(0, 2 * Half).Select(n => (double)n)];
        int[] labels = [.. Enumerable.Range(0, 2 * Half).Select(n => n / Half)];

        Assert.Equal(1, Evaluate.RocAuc<double>(scores, labels));
    }

    /// <summary>scikit-learn takes rows that sum to 1 only.</summary>
    [Fact]
    public void EachClassAgainstAllOthers()
    {
        double[] outputs = [.. Samples.Scores.Chunk(Samples.Classes).SelectMany(row => row.Select(score => score / row.Sum()))];

        Assert.Equal(0.6661115300821183, Evaluate.RocAuc<double>(outputs, Samples.Labels, Samples.Classes), 14);
        Assert.Equal(double.NaN, Evaluate.RocAuc<double>(outputs, new int[Samples.Count], Samples.Classes));
    }

    [Fact]
    public void WrongArgumentsAreRefused()
    {
        Assert.Throws<ArgumentException>("labels", () => Evaluate.RocAuc<double>([], []));
        Assert.Throws<ArgumentException>("scores", () => Evaluate.RocAuc<double>([1], [0, 1]));
        Assert.Throws<ArgumentOutOfRangeException>("labels", () => Evaluate.RocAuc<double>([1], [2]));
        Assert.Throws<ArgumentException>("labels", () => Evaluate.RocAuc<double>([], [], 2));
        Assert.Throws<ArgumentException>("outputs", () => Evaluate.RocAuc<double>([1], [0], 2));
        Assert.Throws<ArgumentOutOfRangeException>("labels", () => Evaluate.RocAuc<double>([1, 2], [2], 2));
        Assert.Throws<ArgumentOutOfRangeException>("classes", () => Evaluate.RocAuc<double>([1], [0], 1));
    }
}
