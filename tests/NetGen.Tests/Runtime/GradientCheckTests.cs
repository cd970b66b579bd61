namespace NetGen.Tests.Runtime;

public class GradientCheckTests
{
    private static readonly double[] _inputs = [0.5, -1, 2, 1.5, 0.25, -0.75];
    private static readonly double[] _targets = [0.25, 0.75, 1, 0];
    private static readonly int[] _labels = [1, 0];

    [Fact]
    public void RightGradientsPassInDouble()
    {
        var network = new SoftmaxRegression<double>(seed: 1);

        Assert.InRange(GradientCheck.Check(network, _inputs, _targets).LargestRelativeError, 0, 1e-7);
        Assert.InRange(GradientCheck.Check(network, _inputs, _labels).LargestRelativeError, 0, 1e-7);
    }

    [Fact]
    public void RightGradientsPassInFloat()
    {
        var network = new SoftmaxRegression<float>(seed: 1);
        var inputs = Array.ConvertAll(_inputs, value => (float)value);
        var targets = Array.ConvertAll(_targets, value => (float)value);

        Assert.InRange(GradientCheck.Check(network, inputs, targets).LargestRelativeError, 0, 1e-3);
        Assert.InRange(GradientCheck.Check(network, inputs, _labels).LargestRelativeError, 0, 1e-3);
    }

    [Theory]
    [InlineData(0, "0.weight", "0.weight[0, 0]")]
    [InlineData(5, "0.weight", "0.weight[1, 2]")]
    [InlineData(7, "0.bias", "0.bias[1]")]
    public void WrongGradientIsNamed(int index, string tensor, string entry)
    {
        var network = new SoftmaxRegression<double>(seed: 1) { CorruptedGradient = index };

        var report = GradientCheck.Check(network, _inputs, _labels);

        Assert.Equal(tensor, report.Worst.Tensor);
        Assert.Equal(entry, report.Worst.Entry);
        Assert.Equal(0.2, report.LargestRelativeError, 1e-6);
        Assert.Contains(entry, report.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void GradientThatIsNoNumberIsTheWorst(double wrong)
    {
        var network = new SoftmaxRegression<double>(seed: 1) { CorruptedGradient = 3, Corrupt = _ => wrong };

        var report = GradientCheck.Check(network, _inputs, _labels);

        Assert.Equal("0.weight[1, 0]", report.Worst.Entry);
        Assert.Equal(double.PositiveInfinity, report.LargestRelativeError);
    }

    [Fact]
    public void ReportsEveryTensorAndTheInputs()
    {
        var report = GradientCheck.Check(new SoftmaxRegression<double>(), _inputs, _labels);

        Assert.Equal(["0.weight", "0.bias", "inputs"], report.Tensors.Select(error => error.Tensor));
        Assert.Equal(4, report.ToString().Split('\n').Length);
        Assert.StartsWith("Regression: worst ", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void LeavesOutWhatDoesNotTrain()
    {
        var network = new SoftmaxRegression<double>(seed: 1) { Layout = SoftmaxRegression<double>.Frozen, CorruptedGradient = 3 };

        var report = GradientCheck.Check(network, _inputs, _labels);

        Assert.Equal(["0.bias", "inputs"], report.Tensors.Select(error => error.Tensor));
        Assert.InRange(report.LargestRelativeError, 0, 1e-7);
    }

    [Fact]
    public void LeavesParametersAndInputsAsTheyWere()
    {
        var network = new SoftmaxRegression<double>(seed: 1);
        var parameters = network.PackedParameters.ToArray();
        var inputs = _inputs.ToArray();

        GradientCheck.Check(network, inputs, _labels);

        Assert.Equal(parameters, network.PackedParameters.ToArray());
        Assert.Equal(_inputs, inputs);
    }

    [Fact]
    public void WrongArgumentsAreRefused()
    {
        var network = new SoftmaxRegression<double>();

        Assert.Throws<ArgumentNullException>("network", () => GradientCheck.Check<double>(null!, _inputs, _labels));
        Assert.Throws<ArgumentNullException>("network", () => GradientCheck.Check<double>(null!, _inputs, _targets));
        Assert.Throws<ArgumentException>("inputs", () => GradientCheck.Check(network, _inputs.AsSpan(1), _targets));
        Assert.Throws<ArgumentException>("targets", () => GradientCheck.Check(network, _inputs, _targets.AsSpan(2)));
        Assert.Throws<ArgumentOutOfRangeException>("labels", () => GradientCheck.Check(network, _inputs, [0, 2]));
    }
}
