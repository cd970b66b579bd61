namespace NetGen.Tests.Metrics;

public class ConfusionMatrixTests
{
    /// <summary>The example of scikit-learn's confusion_matrix.</summary>
    [Fact]
    public void RowsAreTrueAndColumnsPredicted()
    {
        var matrix = new ConfusionMatrix([0, 0, 2, 2, 0, 2], [2, 0, 2, 2, 0, 1], 3);

        Assert.Equal((2, 0, 0), (matrix[0, 0], matrix[0, 1], matrix[0, 2]));
        Assert.Equal((0, 0, 1), (matrix[1, 0], matrix[1, 1], matrix[1, 2]));
        Assert.Equal((1, 0, 2), (matrix[2, 0], matrix[2, 1], matrix[2, 2]));
        Assert.Equal((6, 4, 3), (matrix.Count, matrix.Correct, matrix.ClassCount));
        Assert.Equal(["0", "1", "2"], matrix.ClassNames);
    }

    [Fact]
    public void SampleWithoutAPredictedClassIsWrong()
    {
        var matrix = new ConfusionMatrix([-1, 0, -1], [0, 0, 1], 2);

        Assert.Equal((3, 1), (matrix.Count, matrix.Correct));
        Assert.Equal((1, 1), (matrix.Unclassified(0), matrix.Unclassified(1)));
        Assert.Equal((1, 0, 0, 0), (matrix[0, 0], matrix[0, 1], matrix[1, 0], matrix[1, 1]));
    }

    [Fact]
    public void PrintsColumnsAligned()
    {
        int[] predicted = [.. Enumerable.Repeat(0, 1234), 1, 2, 2];
        int[] labels = [.. Enumerable.Repeat(0, 1234), 2, 2, 1];

        var matrix = new ConfusionMatrix(predicted, labels, 3, ["a", "salamander", "newt"]);

        Assert.Equal(
            """
            true \ predicted     a  salamander  newt
            a                 1234           0     0
            salamander           0           0     1
            newt                 0           1     1
            """,
            matrix.ToString(),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void NamesAreCopied()
    {
        string[] names = ["a", "b"];
        var matrix = new ConfusionMatrix([0], [0], 2, names);

        names[0] = "changed";

        Assert.Equal(["a", "b"], matrix.ClassNames);
    }

    [Fact]
    public void WrongArgumentsAreRefused()
    {
        Assert.Throws<ArgumentException>("labels", () => new ConfusionMatrix([], [], 2));
        Assert.Throws<ArgumentException>("predicted", () => new ConfusionMatrix([0, 1], [0], 2));
        Assert.Throws<ArgumentOutOfRangeException>("labels", () => new ConfusionMatrix([0], [2], 2));
        Assert.Throws<ArgumentOutOfRangeException>("labels", () => new ConfusionMatrix([0], [-1], 2));
        Assert.Throws<ArgumentOutOfRangeException>("predicted", () => new ConfusionMatrix([-2], [0], 2));
        Assert.Throws<ArgumentOutOfRangeException>("classes", () => new ConfusionMatrix([0], [0], 0));
        Assert.Throws<ArgumentException>("classNames", () => new ConfusionMatrix([0], [0], 2, ["a", "b", "c"]));

        var e = Assert.Throws<ArgumentOutOfRangeException>("predicted", () => new ConfusionMatrix([0, 2], [0, 1], 2));
        Assert.StartsWith("Expected classes from 0 to 1, or −1 for none, but that of sample 1 is 2.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ThereAreNoOtherClasses()
    {
        var matrix = new ConfusionMatrix([0], [0], 2);

        Assert.Throws<ArgumentOutOfRangeException>("label", () => matrix[2, 0]);
        Assert.Throws<ArgumentOutOfRangeException>("predicted", () => matrix[0, 2]);
        Assert.Throws<ArgumentOutOfRangeException>("predicted", () => matrix[0, -1]);
        Assert.Throws<ArgumentOutOfRangeException>("label", () => matrix.Unclassified(-1));
    }
}
