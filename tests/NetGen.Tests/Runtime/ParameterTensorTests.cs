namespace NetGen.Tests.Runtime;

public class ParameterTensorTests
{
    [Fact]
    public void PackedIndexFollowsTheStrides()
    {
        var tensor = Tensor(rows: 2, columns: 3, offset: 100, rowStride: 1, columnStride: 8);

        Assert.Equal(100, tensor.PackedIndex(0, 0));
        Assert.Equal(101, tensor.PackedIndex(1));
        Assert.Equal(117, tensor.PackedIndex(1, 2));
    }

    [Theory]
    [InlineData(2, 0, "output", "0.weight [2, 3] has outputs from 0 to 1.")]
    [InlineData(-1, 0, "output", "0.weight [2, 3] has outputs from 0 to 1.")]
    [InlineData(0, 3, "input", "0.weight [2, 3] has inputs from 0 to 2.")]
    [InlineData(0, -1, "input", "0.weight [2, 3] has inputs from 0 to 2.")]
    public void ElementOutsideIsRefused(int output, int input, string parameter, string message)
    {
        var tensor = Tensor(rows: 2, columns: 3);

        var e = Assert.Throws<ArgumentOutOfRangeException>(parameter, () => tensor.PackedIndex(output, input));

        Assert.StartsWith(message, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ShapeOfAWeightHasTwoAxesAndThatOfAVectorOne()
    {
        Assert.Equal([2, 3], Tensor(rows: 2, columns: 3).Shape);
        Assert.Equal([2], Tensor(ParameterKind.Bias, rows: 2, columns: 1).Shape);
        Assert.Equal([2], Tensor(ParameterKind.Mean, rows: 2, columns: 1).Shape);
        Assert.Equal([2], Tensor(ParameterKind.Scale, rows: 2, columns: 1).Shape);
    }

    [Fact]
    public void ImpossibleNumbersAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("rows", () => Tensor(rows: 0));
        Assert.Throws<ArgumentOutOfRangeException>("columns", () => Tensor(columns: 0));
        Assert.Throws<ArgumentOutOfRangeException>("columns", () => Tensor(ParameterKind.Bias, columns: 2));
        Assert.Throws<ArgumentOutOfRangeException>("columns", () => Tensor(ParameterKind.Scale, columns: 2));
        Assert.Throws<ArgumentOutOfRangeException>("packedOffset", () => Tensor(offset: -1));
        Assert.Throws<ArgumentOutOfRangeException>("rowStride", () => Tensor(rowStride: 0));
        Assert.Throws<ArgumentOutOfRangeException>("columnStride", () => Tensor(columnStride: 0));
        Assert.Throws<ArgumentOutOfRangeException>("layer", () => Tensor(layer: -1));
        Assert.Throws<ArgumentNullException>("name", () => new ParameterTensor(null!, default, 1, 1, 0, 1, 1, "", 0));
        Assert.Throws<ArgumentNullException>("activation", () => new ParameterTensor("", default, 1, 1, 0, 1, 1, null!, 0));
        Assert.Throws<ArgumentNullException>("initializer", () => new ParameterTensor("", default, 1, 1, 0, 1, 1, "", 0, null!));
    }

    private static ParameterTensor Tensor(
        ParameterKind kind = ParameterKind.Weight,
        int rows = 1,
        int columns = 1,
        int offset = 0,
        int rowStride = 1,
        int columnStride = 1,
        int layer = 0) =>
        new("0.weight", kind, rows, columns, offset, rowStride, columnStride, "Identity", layer);
}
