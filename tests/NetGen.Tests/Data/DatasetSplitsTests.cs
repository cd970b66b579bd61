namespace NetGen.Tests.Data;

public class DatasetSplitsTests
{
    // The shuffle of 0 to 9 with seed 1 by an independent implementation is 3 6 1 5 0 9 2 8 4 7 (see SeededRandomTests).
    private static readonly Dataset<float> _ten = Numbered([0, 0, 0, 0, 0, 0, 1, 1, 1, 2]);

    [Fact]
    public void SplitFollowsTheShuffle()
    {
        var (train, test) = _ten.Split(0.3, seed: 1);

        Assert.Equal([3, 6, 1], test.Inputs.ToArray());
        Assert.Equal([5, 0, 9, 2, 8, 4, 7], train.Inputs.ToArray());
        Assert.Equal([0, 1, 0], test.Labels.ToArray());
    }

    [Fact]
    public void TargetsAreSplitToo() =>
        Assert.Equal([-3, -6, -1], Split(new([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 1, [0, -1, -2, -3, -4, -5, -6, -7, -8, -9], 1)));

    [Theory]
    [InlineData(10, 0.25, 3)] // 2.5
    [InlineData(10, 0.249, 2)]
    [InlineData(10, 0.05, 1)] // 0.5
    [InlineData(150, 0.2, 30)]
    [InlineData(2, 0.5, 1)]
    public void TestsAreRoundedHalfUp(int count, double fraction, int tests) =>
        Assert.Equal(tests, Numbered(new int[count]).Split(fraction, 0).Test.Count);

    // Of 10 samples, 5 tests: the shares are 3, 1.5 and 0.5, and the class of the first larger remainder, 1, gets the fifth.
    // In the shuffled order the tests are then the first 3 of class 0, the first 2 of class 1 and none of class 2.
    [Fact]
    public void StratifiedSplitFollowsTheShuffle()
    {
        var (train, test) = _ten.SplitStratified(0.5, seed: 1);

        Assert.Equal([3, 6, 1, 5, 8], test.Inputs.ToArray());
        Assert.Equal([0, 9, 2, 4, 7], train.Inputs.ToArray());
    }

    // 4 of 17 samples with classes of 2, 5 and 10: the shares are 8/17, 20/17 and 40/17, so 0 + 1 + 2 and one for class 0.
    [Fact]
    public void LargestRemainderGetsWhatIsMissing()
    {
        var dataset = Numbered([5, 5, .. Enumerable.Repeat(7, 5), .. Enumerable.Repeat(1_000_000, 10)]);

        var test = dataset.SplitStratified(0.25, 3).Test.Labels.ToArray();

        Assert.Equal([5, 7, 1_000_000, 1_000_000], test.Order());
    }

    [Fact]
    public void SplitsArePartitionsForEverySeedAndShare()
    {
        var random = new SeededRandom(2);
        for (var round = 0; round < 200; round++)
        {
            var labels = Enumerable.Range(0, 4 + random.NextInt32(60)).Select(_ => random.NextInt32(4)).ToArray();
            var dataset = Numbered(labels);
            var fraction = 0.2 + (0.6 * random.NextDouble());

            var plain = dataset.Split(fraction, round);
            var stratified = dataset.SplitStratified(fraction, round);

            AssertPartition(dataset, plain);
            AssertPartition(dataset, stratified);
            Assert.Equal(plain.Test.Count, stratified.Test.Count);
            var share = (double)plain.Test.Count / dataset.Count;
            foreach (var label in labels.Distinct())
            {
                var tests = stratified.Test.Labels.ToArray().Count(other => other == label);
                Assert.InRange(tests - (share * labels.Count(other => other == label)), -0.999999, 0.999999);
            }
        }
    }

    [Fact]
    public void SeedDecidesTheSplit()
    {
        Assert.Equal(_ten.Split(0.5, 7).Test.Inputs.ToArray(), _ten.Split(0.5, 7).Test.Inputs.ToArray());
        Assert.NotEqual(_ten.Split(0.5, 7).Test.Inputs.ToArray(), _ten.Split(0.5, 8).Test.Inputs.ToArray());
    }

    [Fact]
    public void EachFoldIsTestedOnce()
    {
        var folds = _ten.KFold(3, seed: 1).ToArray();

        Assert.Equal([[3, 6, 1], [5, 0, 9], [2, 8, 4, 7]], folds.Select(fold => fold.Test.Inputs.ToArray()));
        Assert.Equal([3, 6, 1, 2, 8, 4, 7], folds[1].Train.Inputs.ToArray());
        Assert.All(folds, fold => AssertPartition(_ten, fold));
        Assert.All(_ten.KFold(10, 1), fold => Assert.Equal(1, fold.Test.Count));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.5)]
    [InlineData(1.5)]
    [InlineData(double.NaN)]
    public void ShareLiesBetweenZeroAndOne(double fraction)
    {
        Assert.Throws<ArgumentOutOfRangeException>("testFraction", () => _ten.Split(fraction, 0));
        Assert.Throws<ArgumentOutOfRangeException>("testFraction", () => _ten.SplitStratified(fraction, 0));
    }

    [Theory]
    [InlineData(10, 0.049)]
    [InlineData(10, 0.95)]
    [InlineData(1, 0.5)]
    [InlineData(0, 0.5)]
    public void NoSideIsEmpty(int count, double fraction)
    {
        var e = Assert.Throws<ArgumentException>("testFraction", () => Numbered(new int[count]).Split(fraction, 0));

        Assert.Contains($"of {count} samples is", e.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("testFraction", () => Numbered(new int[count]).SplitStratified(fraction, 0));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(11)]
    public void FoldsAreAtLeastTwoAndNotEmpty(int folds) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(folds), () => _ten.KFold(folds, 0));

    [Fact]
    public void StratifiedSplitNeedsLabels() =>
        Assert.Throws<InvalidOperationException>(() => new Dataset<float>([1, 2], 1, [1, 2], 1).SplitStratified(0.5, 0));

    private static float[] Split(Dataset<float> dataset) => dataset.Split(0.3, seed: 1).Test.Targets.ToArray();

    /// <summary>Samples whose only input is their index.</summary>
    private static Dataset<float> Numbered(int[] labels) =>
        new([.. Enumerable.Range(0, labels.Length).Select(index => (float)index)], 1, labels);

    private static void AssertPartition(Dataset<float> whole, (Dataset<float> Train, Dataset<float> Test) parts)
    {
        float[] inputs = [.. parts.Train.Inputs, .. parts.Test.Inputs];
        int[] labels = [.. parts.Train.Labels, .. parts.Test.Labels];

        Assert.Equal(whole.Inputs.ToArray(), inputs.Order());
        Assert.All(inputs.Zip(labels), pair => Assert.Equal(whole.Labels[(int)pair.First], pair.Second));
    }
}
