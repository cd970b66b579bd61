namespace NetGen.Tests.Runtime;

public class ParameterLayoutTests
{
    private const double Pad = double.NaN;

    // A 2×3 weight by columns of 4, its bias, and a 1×2 weight by rows of 4. Pads are marked.
    private static readonly double[] _packed =
    [
        11, 21, Pad, Pad,
        12, 22, Pad, Pad,
        13, 23, Pad, Pad,
        1, 2, Pad, Pad,
        91, 92, Pad, Pad,
    ];

    private static readonly double[] _canonical = [11, 12, 13, 21, 22, 23, 1, 2, 91, 92];

    [Fact]
    public void CountsItsElements()
    {
        var layout = Layout();

        Assert.Equal(10, layout.ParameterCount);
        Assert.Equal(20, layout.PackedLength);
        Assert.Equal(["0.weight", "0.bias", "2.weight"], layout.Tensors.Select(tensor => tensor.Name));
    }

    [Fact]
    public void PackFillsThePlacesAndLeavesThePads()
    {
        var packed = new double[20];
        Array.Fill(packed, Pad);

        Layout().Pack<double>(_canonical, packed);

        Assert.Equal(_packed, packed);
    }

    [Fact]
    public void PackKeepsWhatPadsHold()
    {
        var packed = Enumerable.Repeat(-5.0, 20).ToArray();

        Layout().Pack<double>(_canonical, packed);

        Assert.Equal(_packed.Select(value => double.IsNaN(value) ? -5 : value), packed);
    }

    [Fact]
    public void UnpackReadsNoPad()
    {
        var canonical = new double[10];

        Layout().Unpack<double>(_packed, canonical);

        Assert.Equal(_canonical, canonical);
    }

    [Fact]
    public void ValuesPassUnchanged()
    {
        var layout = Layout();
        float[] values = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, -0f, float.Epsilon, 1, 2, 3, 4, 5];
        var packed = new float[20];
        var back = new float[10];

        layout.Pack<float>(values, packed);
        layout.Unpack<float>(packed, back);

        Assert.Equal(values.Select(BitConverter.SingleToInt32Bits), back.Select(BitConverter.SingleToInt32Bits));
    }

    [Fact]
    public void SpansOfTheWrongLengthAreRefused()
    {
        var layout = Layout();

        Assert.Throws<ArgumentException>("canonical", () => layout.Pack<float>(new float[9], new float[20]));
        Assert.Throws<ArgumentException>("packed", () => layout.Pack<float>(new float[10], new float[19]));
        Assert.Throws<ArgumentException>("packed", () => layout.Unpack<float>(new float[21], new float[10]));
        Assert.Throws<ArgumentException>("canonical", () => layout.Unpack<float>(new float[20], new float[11]));
        Assert.Throws<ArgumentException>("packed", () => layout.Initialize(new float[10].AsSpan(), 0));
    }

    [Fact]
    public void TensorBeyondTheEndIsRefused()
    {
        var e = Assert.Throws<ArgumentException>("packedLength", () => Layout(packedLength: 17));

        Assert.StartsWith("2.weight [1, 2] reaches to packed index 17", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PrintsItsSummary() => Assert.Equal("a table", Layout().ToString());

    private static ParameterLayout Layout(int packedLength = 20) => new(
        "Net",
        "3 -> Dense(2, Relu) -> Dense(1, bias: false) : Quadratic",
        "a table",
        packedLength,
        new ParameterTensor("0.weight", ParameterKind.Weight, 2, 3, 0, 1, 4, "Relu", 0),
        new ParameterTensor("0.bias", ParameterKind.Bias, 2, 1, 12, 1, 1, "Relu", 0),
        new ParameterTensor("2.weight", ParameterKind.Weight, 1, 2, 16, 4, 1, "Identity", 1));
}
