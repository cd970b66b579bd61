namespace NetGen.Tests.Runtime;

/// <summary>
/// The numbers come from an independent implementation of SplitMix64 and xoshiro256** with arbitrary integers.
/// </summary>
public class SeededRandomTests
{
    [Theory]
    [InlineData(0, 0x99ec5f36cb75f2b4, 0xbf6e1f784956452a, 0x1a5f849d4933e6e0)]
    [InlineData(42, 0x15780b2e0c2ec716, 0x6104d9866d113a7e, 0xae17533239e499a1)]
    [InlineData(-1, 0x8f5520d52a7ead08, 0xc476a018caa1802d, 0x81de31c0d260469e)]
    public void BitsAreThoseOfTheReference(long seed, ulong first, ulong second, ulong third)
    {
        var random = new SeededRandom(seed);

        Assert.Equal([first, second, third], [random.NextUInt64(), random.NextUInt64(), random.NextUInt64()]);
    }

    [Fact]
    public void DoublesAreThoseOfTheReference()
    {
        var random = new SeededRandom(1);

        Assert.Equal(
            [0.7029218331588505, 0.5204366199388569, 0.5741057000197225],
            [random.NextDouble(), random.NextDouble(), random.NextDouble()]);
    }

    [Fact]
    public void IntegersAreThoseOfTheReference()
    {
        var random = new SeededRandom(1);

        Assert.Equal([7, 5, 5, 3, 6, 1, 0, 3, 8, 5, 9, 9], Enumerable.Range(0, 12).Select(_ => random.NextInt32(10)));
    }

    [Fact]
    public void GaussiansAreThoseOfTheReference()
    {
        var random = new SeededRandom(1);
        double[] expected = [1.884396104787977, 0.18978089448693036, 1.302090250702661, -1.9094343319583578];

        Assert.All(expected, value => Assert.Equal(value, random.NextGaussian(), 1e-15));
    }

    [Fact]
    public void GaussiansHaveTheMomentsOfTheNormalDistribution()
    {
        var random = new SeededRandom(3);
        var sample = Enumerable.Range(0, 100_000).Select(_ => random.NextGaussian()).ToArray();

        // Five standard errors each.
        Assert.Equal(0, sample.Average(), 0.016);
        Assert.Equal(1, sample.Average(x => x * x), 0.023);
        Assert.Equal(3, sample.Average(x => x * x * x * x), 0.16);
    }

    [Fact]
    public void ShuffleIsThatOfTheReference()
    {
        var items = Enumerable.Range(0, 10).ToArray();

        new SeededRandom(1).Shuffle(items);

        Assert.Equal([3, 6, 1, 5, 0, 9, 2, 8, 4, 7], items);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void ShuffleTakesFewItems(int count)
    {
        var items = new int[count];

        new SeededRandom(1).Shuffle(items);

        Assert.Equal(new int[count], items);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(int.MaxValue)]
    public void IntegersStayInTheirRange(int exclusive)
    {
        var random = new SeededRandom(5);

        Assert.All(Enumerable.Range(0, 1000), _ => Assert.InRange(random.NextInt32(exclusive), 0, exclusive - 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void EmptyRangeIsRefused(int end) =>
        Assert.Throws<ArgumentOutOfRangeException>("exclusive", () => new SeededRandom(0).NextInt32(end));
}
