using NetGen.Tests.Networks;
using NetGen.Tests.Reference;
using NetGen.Tests.Runtime;

namespace NetGen.Tests.Training;

public class GradientsTests
{
    private static readonly Tolerance Closely = new(0, 1e-12);

    /// <summary>PyTorch 1.13's clip_grad_norm_([3, −4, 12], 6.5) gives 13 and these.</summary>
    [Fact]
    public void NormIsClippedAsPyTorchDoes()
    {
        var network = new SoftmaxRegression<double>();
        var gradients = Packed<double>(network.Layout, [3, -4, 12, 0, 0, 0, 0, 0], pad: double.NaN);

        Assert.Equal(13, Gradients.ClipNorm(network.Layout, gradients, 6.5));

        var clipped = new double[8];
        network.Layout.Unpack<double>(gradients, clipped);
        Closely.Check("first", 1.4999998846153937, clipped[0]);
        Closely.Check("second", -1.9999998461538582, clipped[1]);
        Closely.Check("third", 5.999999538461575, clipped[2]);
    }

    /// <summary>The squares of these, the norm or the factor are beyond the range of their type.</summary>
    [Theory]
    [InlineData(1e200, 1, 1, 1e200, 1, 1e-200)]
    [InlineData(-1e200, 1e200, 2, 1.4142135623730951e200, -1.4142135623730951, 1.4142135623730951)]
    [InlineData(1.7e308, 1.7e308, 1, double.PositiveInfinity, 0.7071067811865475, 0.7071067811865475)]
    [InlineData(1e200, 1, 1e-200, 1e200, 1e-200, 0)]
    [InlineData(1e305, 3e304, 1e-10, 1.0440306508910551e305, 9.578262852211513e-11, 2.8734788556634538e-11)]
    [InlineData(3e-200, 4e-200, 1, 5e-200, 3e-200, 4e-200)]
    [InlineData(1e-320, 0, 1, 1e-320, 1e-320, 0)]
    public void ExtremeNormsAreClipped(double one, double two, double limit, double norm, double first, double second)
    {
        var network = new SoftmaxRegression<double>();
        var gradients = Packed<double>(network.Layout, [one, two, 0, 0, 0, 0, 0, 0], pad: double.NaN);

        Assert.InRange(Gradients.ClipNorm(network.Layout, gradients, limit), norm * (1 - 1e-12), norm * (1 + 1e-12));

        var clipped = new double[8];
        network.Layout.Unpack<double>(gradients, clipped);
        Closely.Check("first", first, clipped[0]);
        Closely.Check("second", second, clipped[1]);
    }

    [Theory]
    [InlineData(3e38f, 0.5)]
    [InlineData(3e38f, 1e-5)]
    [InlineData(3e38f, 1e-9)]
    [InlineData(-1e30f, 1e-12)]
    public void ASmallLimitOfFloatsKeepsItsDigits(float gradient, double limit)
    {
        var network = new SoftmaxRegression<float>();
        var gradients = Packed<float>(network.Layout, [gradient, 0, 0, 0, 0, 0, 0, 0], pad: float.NaN);
        Gradients.ClipNorm(network.Layout, gradients, limit);
        var clipped = new float[8];
        network.Layout.Unpack<float>(gradients, clipped);
        Assert.Equal(Math.Sign(gradient) * limit, clipped[0], limit * 1e-6);
    }

    [Fact]
    public void ASmallNormStays()
    {
        var network = new SoftmaxRegression<float>();
        var gradients = Packed<float>(network.Layout, [3, -4, 12, 0, 0, 0, 0, 0], pad: float.NaN);
        var before = gradients.ToArray();

        Assert.Equal(13, Gradients.ClipNorm(network.Layout, gradients, 13.1));

        Assert.Equal(before, gradients);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void ANormThatIsNoNumberChangesNothing(double bad)
    {
        var network = new SoftmaxRegression<double>();
        var gradients = Packed<double>(network.Layout, [1, bad, 2, 3, 4, 5, 6, 7], pad: 0);
        var before = gradients.ToArray();

        Assert.Equal(bad, Gradients.ClipNorm(network.Layout, gradients, 1));

        Assert.Equal(before, gradients);
    }

    [Fact]
    public void NormOfALargeNetworkIsThatOfItsElementsAlone()
    {
        var network = new WideNetwork(seed: 2);
        var values = new float[WideNetwork.ParameterCount];
        network.CopyParametersTo(values);
        var expected = Math.Sqrt(values.Sum(value => (double)value * value));

        Closely.Check("norm", expected, Gradients.Norm<float>(network.Layout, Packed<float>(network.Layout, values, pad: float.NaN)));
    }

    [Fact]
    public void ValuesAreClipped()
    {
        double[] gradients = [-3, -2, -1, 0, 1, 2, 3, double.NaN, double.NegativeInfinity, double.PositiveInfinity];
        Gradients.ClipValue<double>(gradients, 2);
        Assert.Equal([-2, -2, -1, 0, 1, 2, 2, double.NaN, -2, 2], gradients);
    }

    [Fact]
    public void L1IsTheSignOfTheWeightsNotTheBiases()
    {
        var network = new SoftmaxRegression<double>();
        network.SetParameters([3, -2, 0, -0.0, 1e-300, -7, 5, -5]);
        var gradients = Packed<double>(network.Layout, [1, 1, 1, 1, 1, 1, 1, 1], pad: double.NaN);

        Gradients.AddL1(network, gradients, 0.25);

        var values = new double[8];
        network.Layout.Unpack<double>(gradients, values);
        Assert.Equal([1.25, 0.75, 1, 1, 1.25, 0.75, 1, 1], values);
    }

    [Fact]
    public void BadArgumentsAreNamed()
    {
        var network = new SoftmaxRegression<double>();
        Assert.Equal("limit", Assert.Throws<ArgumentOutOfRangeException>(() => Gradients.ClipNorm(network.Layout, new double[16], 0)).ParamName);
        Assert.Equal("limit", Assert.Throws<ArgumentOutOfRangeException>(() => Gradients.ClipValue<double>([1], double.NaN)).ParamName);
        Assert.Equal("strength", Assert.Throws<ArgumentOutOfRangeException>(() => Gradients.AddL1(network, new double[16], -1)).ParamName);
        Assert.Equal("packedGradients", Assert.Throws<ArgumentException>(() => Gradients.Norm<double>(network.Layout, new double[8])).ParamName);
    }

    private static T[] Packed<T>(ParameterLayout layout, ReadOnlySpan<T> canonical, T pad)
        where T : unmanaged
    {
        var packed = new T[layout.PackedLength];
        Array.Fill(packed, pad);
        layout.Pack(canonical, packed);
        return packed;
    }
}
