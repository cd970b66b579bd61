namespace NetGen.Tests.Runtime;

public class GuardTests
{
    [Fact]
    public void LengthNamesBothLengths()
    {
        Guard.Length(64, 64, "input");

        var e = Assert.Throws<ArgumentException>("input", () => Guard.Length(63, 64, "input"));

        Assert.StartsWith("Expected 64 values, but got 63.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SamplesNamesCountAndSize()
    {
        Guard.Samples(128, 2, 64, "inputs");

        var e = Assert.Throws<ArgumentException>("inputs", () => Guard.Samples(127, 2, 64, "inputs"));

        Assert.StartsWith("Expected 128 values (2 samples of 64), but got 127.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SamplesSeesThroughIntOverflow()
    {
        const int Count = 1 << 30;

        Assert.Throws<ArgumentException>("inputs", () => Guard.Samples(0, Count, 4, "inputs"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void CountIsAtLeastOne(int samples)
    {
        Guard.Count(1, "count");

        Assert.Throws<ArgumentOutOfRangeException>("count", () => Guard.Count(samples, "count"));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(10)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void LabelIsAClass(int given)
    {
        Guard.Label(0, 10, "label");
        Guard.Label(9, 10, "label");

        var e = Assert.Throws<ArgumentOutOfRangeException>("label", () => Guard.Label(given, 10, "label"));

        Assert.StartsWith("Expected a class label from 0 to 9.", e.Message, StringComparison.Ordinal);
        Assert.Equal(given, e.ActualValue);
    }

    [Fact]
    public void LabelsNamesTheSample()
    {
        Guard.Labels([0, 9, 5], 10, "labels");
        Guard.Labels([], 10, "labels");

        var e = Assert.Throws<ArgumentOutOfRangeException>("labels", () => Guard.Labels([0, 9, 10], 10, "labels"));

        Assert.Contains("sample 2 is 10", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WorkspaceMustFitTheNetwork()
    {
        Guard.Workspace(new Workspace<float>(5), 5, "workspace");

        var e = Assert.Throws<ArgumentException>(
            "workspace", () => Guard.Workspace(new Workspace<float>(4), 5, "workspace"));

        Assert.StartsWith("Expected a workspace of 5 elements, but got one of 4.", e.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("workspace", () => Guard.Workspace<float>(null!, 5, "workspace"));
    }

    [Fact]
    public void NullIsNamed()
    {
        Guard.NotNull(new object(), "x");

        Assert.Throws<ArgumentNullException>("x", () => Guard.NotNull(null, "x"));
    }
}
