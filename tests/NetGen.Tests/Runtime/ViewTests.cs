namespace NetGen.Tests.Runtime;

public class ViewTests
{
    [Fact]
    public void MatrixReadsAndWritesThePackedPlace()
    {
        var network = new SoftmaxRegression<double>();

        network.Weights[1, 2] = 6;
        network.Weights[1, 2] += 1;

        Assert.Equal(7, network.PackedParameters[9]);
        Assert.Equal(7, network.Parameters[5]);
        Assert.Equal(7, network.Weights[1, 2]);
        Assert.Equal((2, 3), (network.Weights.Rows, network.Weights.Columns));
    }

    [Fact]
    public void VectorReadsAndWritesThePackedPlace()
    {
        var network = new SoftmaxRegression<double>();

        network.Bias[1] = 7;

        Assert.Equal(7, network.PackedParameters[13]);
        Assert.Equal(7, network.Parameters[7]);
        Assert.Equal(7, network.Bias[1]);
        Assert.Equal(2, network.Bias.Length);
    }

    [Theory]
    [InlineData(2, 0, "output")]
    [InlineData(-1, 0, "output")]
    [InlineData(0, 3, "input")]
    [InlineData(0, -1, "input")]
    public void ElementOutsideAMatrixIsRefused(int output, int input, string parameter)
    {
        var weights = new SoftmaxRegression<double>().Weights;

        Assert.Throws<ArgumentOutOfRangeException>(parameter, () => weights[output, input]);
        Assert.Throws<ArgumentOutOfRangeException>(parameter, () => { weights[output, input] = 1; });
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-1)]
    public void ElementOutsideAVectorIsRefused(int index)
    {
        var bias = new SoftmaxRegression<double>().Bias;

        Assert.Throws<ArgumentOutOfRangeException>("output", () => bias[index]);
        Assert.Throws<ArgumentOutOfRangeException>("output", () => { bias[index] = 1; });
    }

    [Fact]
    public void ViewsPrintNameAndShape()
    {
        var network = new SoftmaxRegression<double>();

        Assert.Equal("0.weight [2, 3]", network.Weights.ToString());
        Assert.Equal("0.bias [2]", network.Bias.ToString());
    }

    [Fact]
    public void NullIsRefused()
    {
        var tensor = new ParameterTensor("0.bias", ParameterKind.Bias, 1, 1, 0, 1, 1, "Identity", 0);

        Assert.Throws<ArgumentNullException>("parameters", () => new MatrixView<float>(null!, tensor));
        Assert.Throws<ArgumentNullException>("tensor", () => new MatrixView<float>(new AlignedArray<float>(1), null!));
        Assert.Throws<ArgumentNullException>("parameters", () => new VectorView<float>(null!, tensor));
        Assert.Throws<ArgumentNullException>("tensor", () => new VectorView<float>(new AlignedArray<float>(1), null!));
    }
}
