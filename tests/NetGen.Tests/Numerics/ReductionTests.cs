using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NetGen.Numerics;

namespace NetGen.Tests.Numerics;

public class ReductionTests
{
    [Fact]
    public void SumsAddTheHalves()
    {
        var single = Lanes(16, random => (random.NextSingle() - 0.5f) * 1000);
        var twice = Lanes(8, random => (random.NextDouble() - 0.5) * 1000);

        Assert.Equal(Tree(single, (a, b) => a + b), Elementary.ReduceSum(Vector512.Create(single)));
        Assert.Equal(Tree(single[..8], (a, b) => a + b), Elementary.ReduceSum(Vector256.Create(single)));
        Assert.Equal(Tree(single[..4], (a, b) => a + b), Elementary.ReduceSum(Vector128.Create(single)));
        Assert.Equal(Tree(twice, (a, b) => a + b), Elementary.ReduceSum(Vector512.Create(twice)));
        Assert.Equal(Tree(twice[..4], (a, b) => a + b), Elementary.ReduceSum(Vector256.Create(twice)));
        Assert.Equal(Tree(twice[..2], (a, b) => a + b), Elementary.ReduceSum(Vector128.Create(twice)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(15)]
    public void MaximumFindsTheLargestLane(int lane)
    {
        var lanes = Lanes(16, random => -random.NextSingle());
        lanes[lane] = 5;
        Assert.Equal(5, Elementary.ReduceMax(Vector512.Create(lanes)));
        Assert.Equal(lanes[..8].Max(), Elementary.ReduceMax(Vector256.Create(lanes)));
        Assert.Equal(lanes[..4].Max(), Elementary.ReduceMax(Vector128.Create(lanes)));
        Assert.Equal(5, Elementary.ReduceMax(Vector512.Create(Array.ConvertAll(lanes[(lane / 8 * 8)..(lane / 8 * 8 + 8)], x => (double)x))));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    [InlineData(float.NaN, 1)]
    [InlineData(1, float.NaN)]
    [InlineData(float.NegativeInfinity, float.NaN)]
    [InlineData(0f, -0f)]
    public void MaxIsTheSameAtEveryWidth(float a, float b)
    {
        var expected = Elementary.Max(a, b);
        AssertSame(a > b ? a : b, expected);
        AssertSame(expected, Elementary.Max(Vector128.Create(a), Vector128.Create(b)).ToScalar());
        AssertSame(expected, Elementary.Max(Vector256.Create(a), Vector256.Create(b)).ToScalar());
        AssertSame(expected, Elementary.Max(Vector512.Create(a), Vector512.Create(b)).ToScalar());
        AssertSame(expected, (float)Elementary.Max((double)a, b));
        AssertSame(expected, (float)Elementary.Max(Vector512.Create((double)a), Vector512.Create((double)b)).ToScalar());
    }

    [Fact]
    public void MultiplyAddIsTheSameAtEveryWidthAndRoundsOnceWhereTheHardwareCan()
    {
        const float A = 1 + 1f / (1 << 20);
        const double B = 1 + 1.0 / (1 << 30);
        var single = Elementary.MultiplyAdd(A, A, -1);
        var twice = Elementary.MultiplyAdd(B, B, -1);

        Assert.Equal(single, Elementary.MultiplyAdd(Vector128.Create(A), Vector128.Create(A), Vector128.Create(-1f)).ToScalar());
        Assert.Equal(single, Elementary.MultiplyAdd(Vector256.Create(A), Vector256.Create(A), Vector256.Create(-1f)).ToScalar());
        Assert.Equal(single, Elementary.MultiplyAdd(Vector512.Create(A), Vector512.Create(A), Vector512.Create(-1f)).ToScalar());
        Assert.Equal(twice, Elementary.MultiplyAdd(Vector128.Create(B), Vector128.Create(B), Vector128.Create(-1.0)).ToScalar());
        Assert.Equal(twice, Elementary.MultiplyAdd(Vector256.Create(B), Vector256.Create(B), Vector256.Create(-1.0)).ToScalar());
        Assert.Equal(twice, Elementary.MultiplyAdd(Vector512.Create(B), Vector512.Create(B), Vector512.Create(-1.0)).ToScalar());
        if (Fma.IsSupported)
        {
            Assert.Equal(MathF.FusedMultiplyAdd(A, A, -1), single);
            Assert.Equal(Math.FusedMultiplyAdd(B, B, -1), twice);
        }
    }

    private static T[] Lanes<T>(int count, Func<Random, T> next)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(_ => next(random))];
    }

    private static T Tree<T>(T[] lanes, Func<T, T, T> combine) => lanes.Length == 1
        ? lanes[0]
        : Tree([.. Enumerable.Range(0, lanes.Length / 2).Select(i => combine(lanes[i], lanes[i + (lanes.Length / 2)]))], combine);

    private static void AssertSame(float expected, float actual) =>
        Assert.Equal(BitConverter.SingleToInt32Bits(expected), BitConverter.SingleToInt32Bits(actual));
}
