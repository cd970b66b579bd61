using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen.Tests.Numerics;

/// <summary>The functions as kernels call them: by short names that the base classes give, fused or, in exact arithmetic, not.</summary>
public class KernelFunctionTests
{
    [Fact]
    public void KernelsHaveTheFunctionsOfElementary()
    {
        foreach (var (name, value) in Kernel.Values(0.3f))
            Assert.Equal(ElementaryFunctions.InSingle[name].Scalar(0.3f), value);
        Assert.Equal(Elementary.Pow(0.3f, 0.7f), Kernel.Power(0.3f, 0.7f));
        Assert.Equal(Elementary.Atan2(0.3f, 0.7f), Kernel.Angle(0.3f, 0.7f));
    }

    [Fact]
    public void KernelsOfExactArithmeticHaveThemUnfusedAtEveryWidth()
    {
        for (var x = 0.01; x < 1; x += 0.01)
        {
            Check<SinSingle, SinDouble>(x, ExactKernel.Sine, ExactKernel.Sine, ExactKernel.Sine, ExactKernel.Sine);
            Check<CbrtSingle, CbrtDouble>(x, ExactKernel.CubeRoot, ExactKernel.CubeRoot, ExactKernel.CubeRoot, ExactKernel.CubeRoot);
            foreach (var (name, value) in ExactKernel.Values((float)x))
                Assert.Equal(ElementaryFunctions.InSingle[name].Scalar((float)x), value, 1e-6f * (1 + value));

            var power = default(UnfusedBinary<float, PowSingle>).Invoke<float, SingleArithmetic>((float)x, 0.7f);
            Assert.Equal(power, ExactKernel.Power((float)x, 0.7f));
            Assert.Equal(Vector512.Create(power), ExactKernel.Power(Vector512.Create((float)x), Vector512.Create(0.7f)));
            var angle = default(UnfusedBinary<double, Atan2Double>).Invoke<double, DoubleArithmetic>(x, 0.7);
            Assert.Equal(angle, ExactKernel.Angle(x, 0.7));
            Assert.Equal(Vector128.Create(angle), ExactKernel.Angle(Vector128.Create(x), Vector128.Create(0.7)));
        }
    }

    private static void Check<TSingle, TDouble>(
        double x,
        Func<float, float> single,
        Func<double, double> twice,
        Func<Vector256<float>, Vector256<float>> lanesOfSingle,
        Func<Vector512<double>, Vector512<double>> lanesOfDouble)
        where TSingle : struct, IFunction<float>
        where TDouble : struct, IFunction<double>
    {
        var expectedSingle = default(Unfused<float, TSingle>).Invoke<float, SingleArithmetic>((float)x);
        var expectedDouble = default(Unfused<double, TDouble>).Invoke<double, DoubleArithmetic>(x);
        Assert.Equal(expectedSingle, single((float)x));
        Assert.Equal(expectedDouble, twice(x));
        Assert.Equal(Vector256.Create(expectedSingle), lanesOfSingle(Vector256.Create((float)x)));
        Assert.Equal(Vector512.Create(expectedDouble), lanesOfDouble(Vector512.Create(x)));
    }

    private sealed class Kernel : KernelBase<float>
    {
        public static (string, float)[] Values(float x) =>
        [
            ("Sqrt", Sqrt(x)), ("Abs", Abs(x)), ("Floor", Floor(x)), ("Ceiling", Ceiling(x)), ("Round", Round(x)), ("Truncate", Truncate(x)),
            ("Sin", Sin(x)), ("Cos", Cos(x)), ("Tan", Tan(x)), ("Atan", Atan(x)), ("Asin", Asin(x)),
            ("Acos", Acos(x)), ("Sinh", Sinh(x)), ("Cosh", Cosh(x)), ("Cbrt", Cbrt(x)),
        ];

        public static float Power(float x, float y) => Pow(x, y);

        public static float Angle(float y, float x) => Atan2(y, x);
    }

    private sealed class ExactKernel : ExactKernelBase<float>
    {
        public static (string, float)[] Values(float x) =>
        [
            ("Sqrt", Sqrt(x)), ("Abs", Abs(x)), ("Floor", Floor(x)), ("Ceiling", Ceiling(x)), ("Round", Round(x)), ("Truncate", Truncate(x)),
            ("Sin", Sin(x)), ("Cos", Cos(x)), ("Tan", Tan(x)), ("Atan", Atan(x)), ("Asin", Asin(x)),
            ("Acos", Acos(x)), ("Sinh", Sinh(x)), ("Cosh", Cosh(x)), ("Cbrt", Cbrt(x)),
        ];

        public static float Sine(float x) => Sin(x);

        public static double Sine(double x) => Sin(x);

        public static Vector256<float> Sine(Vector256<float> x) => Sin(x);

        public static Vector512<double> Sine(Vector512<double> x) => Sin(x);

        public static float CubeRoot(float x) => Cbrt(x);

        public static double CubeRoot(double x) => Cbrt(x);

        public static Vector256<float> CubeRoot(Vector256<float> x) => Cbrt(x);

        public static Vector512<double> CubeRoot(Vector512<double> x) => Cbrt(x);

        public static float Power(float x, float y) => Pow(x, y);

        public static Vector512<float> Power(Vector512<float> x, Vector512<float> y) => Pow(x, y);

        public static double Angle(double y, double x) => Atan2(y, x);

        public static Vector128<double> Angle(Vector128<double> y, Vector128<double> x) => Atan2(y, x);
    }
}
