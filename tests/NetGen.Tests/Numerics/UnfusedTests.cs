using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen.Tests.Numerics;

/// <summary>
/// Functions without fused multiply-add, as in the netstandard2.0 build, on old machines and in exact arithmetic: the parts of
/// π/2 and the halves of numbers that powers are made of keep them precise.
/// </summary>
public class UnfusedTests
{
    private static readonly SingleReference Sine = SingleReference.Of["Sin"] with { Farthest = 1e4 };
    private static readonly SingleReference Cosine = SingleReference.Of["Cos"] with { Farthest = 1e4 };
    private static readonly SingleReference Tangent = SingleReference.Of["Tan"] with { Farthest = 1e4 };

    [Fact]
    public void SineInSingle() => CheckSingle<SinSingle>(Sine, 2.5);

    [Fact]
    public void CosineInSingle() => CheckSingle<CosSingle>(Cosine, 2.5);

    [Fact]
    public void TangentInSingle() => CheckSingle<TanSingle>(Tangent, 4.0);

    [Fact]
    public void SineInDouble() => CheckDouble<SinDouble>(Exact.Functions["Sin"], 2.2);

    [Fact]
    public void CosineInDouble() => CheckDouble<CosDouble>(Exact.Functions["Cos"], 2.2);

    [Fact]
    public void TangentInDouble() => CheckDouble<TanDouble>(Exact.Functions["Tan"], 3.5);

    [Fact]
    public void PowersInBothPrecisions()
    {
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            var x = (float)Math.Pow(2, 200 * (random.NextDouble() - 0.5));
            var y = (float)(250 * (random.NextDouble() - 0.5) / Math.Log2(x));
            var actual = default(UnfusedBinary<float, PowSingle>).Invoke<float, SingleArithmetic>(x, y);
            var error = new SingleReference(_ => Math.Pow(x, y)).ErrorInUlp(x, actual);
            Assert.True(error <= 1.3, $"{x:R} to the power of {y:R} is {error} ulp from the right value.");
            if (i % 100 != 0)
                continue;

            var twice = default(UnfusedBinary<double, PowDouble>).Invoke<double, DoubleArithmetic>(x, 8 * y);
            error = Exact.ErrorInUlp(twice, Exact.BinaryFunctions["Pow"](x, 8 * y));
            Assert.True(error <= 1.3, $"{x:R} to the power of {8 * y:R} is {error} ulp from the right value.");
        }
    }

    private static void CheckSingle<T>(SingleReference reference, double bound)
        where T : struct, IFunction<float>
    {
        // Multiples of π/2 and their neighbours, where the most digits cancel, and any numbers.
        for (var n = 1; n < 6300; n++)
        {
            var x = (float)(n * (Math.PI / 2));
            Check(x);
            Check(-MathF.BitDecrement(x));
            Check(MathF.BitIncrement(x));
            Check(x + 0.7f);
            Check(1e4f / n);
        }

        void Check(float x)
        {
            var y = default(Unfused<float, T>).Invoke<float, SingleArithmetic>(x);
            Assert.Equal(y, Lanes.Apply<Unfused<float, T>>(Vector128.Create(x)).ToScalar());
            var error = reference.ErrorInUlp(x, y);
            if (!(error <= bound))
                Assert.Fail($"{typeof(T).Name} of {x:R} is {error} ulp from the right value.");
        }
    }

    private static void CheckDouble<T>(Func<double, System.Numerics.BigInteger> exact, double bound)
        where T : struct, IFunction<double>
    {
        for (var n = 1; n < 636619; n += n + 1)
        {
            var x = n * (Math.PI / 2);
            Check(x);
            Check(-Math.BitIncrement(x));
            Check(x + 0.7);
            Check(1e6 / n);
        }

        void Check(double x)
        {
            var y = default(Unfused<double, T>).Invoke<double, DoubleArithmetic>(x);
            Assert.Equal(y, Lanes.Apply<Unfused<double, T>>(Vector128.Create(x)).ToScalar());
            var error = Exact.ErrorInUlp(y, exact(x));
            Assert.True(error <= bound, $"{typeof(T).Name} of {x:R} is {error} ulp from the right value.");
        }
    }
}
