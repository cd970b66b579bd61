using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen.Tests.Numerics;

/// <summary>Rounding to single precision is what a cast does, at every width.</summary>
public class NarrowTests
{
    [Theory]
    [InlineData(0.1)]
    [InlineData(-1.0000000596046448)]
    [InlineData(-0.0)]
    [InlineData(1e-46)]
    [InlineData(7e-46)]
    [InlineData(1.5e-40)]
    [InlineData(3.4028235677973362e38)]
    [InlineData(-3.4028235677973366e38)]
    [InlineData(1e300)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.NaN)]
    public void NarrowIsACast(double x)
    {
        var expected = BitConverter.DoubleToInt64Bits((float)x);
        Assert.Equal(expected, BitConverter.DoubleToInt64Bits(Elementary.Narrow(x)));
        Assert.Equal(Vector128.Create(expected), Elementary.Narrow(Vector128.Create(x)).AsInt64());
        Assert.Equal(Vector256.Create(expected), Elementary.Narrow(Vector256.Create(x)).AsInt64());
        Assert.Equal(Vector512.Create(expected), Elementary.Narrow(Vector512.Create(x)).AsInt64());

        // Lanes do not mix.
        Assert.Equal(Vector256.Create((float)x, 1, (float)-x, 2d), Elementary.Narrow(Vector256.Create(x, 1, -x, 2)));
    }
}
