using NetGen.Generator.Tests.Harness;

namespace NetGen.Generator.Tests.Functions;

/// <summary>A value and a derivative hold wherever C#'s own value does, over all exponents.</summary>
public sealed class RangeTests
{
    private const string Source =
        """
        [Gradient] public static float RelSq(float p, float t) { var r = (p - t) / t; return r * r; }
        [Gradient] public static double Quotients(double x, double y, double z) => x / y / z;
        [Gradient] public static double Factors(double x, double y, double z) => y * z * x;
        [Gradient] public static double Scaled(double x) => 1e-200 * x * (1e200 * x);
        [Gradient] public static double Tiny(double x) => x * 1e-320;
        [Gradient] public static double Parts(double x) => x / 1e-310;
        [Gradient] public static double Itself(double x) => x / x;
        [Gradient] public static double None(double x) => 0 * x;
        [Gradient] public static double Period(double t) { var phase = t % 0.1; return phase * phase; }
        [Gradient] public static float Wrap(float a) => a % 6.2831855f;
        [Gradient] public static double Rest(double a, double b) => a % b;
        [Gradient] public static float Asinh(float x) => MathF.Asinh(x);
        [Gradient] public static float Acosh(float x) => MathF.Acosh(x);
        [Gradient] public static double DoubleAsinh(double x) => Math.Asinh(x);
        [Gradient] public static double DoubleAcosh(double x) => Math.Acosh(x);
        [Gradient] public static double DoubleAtanh(double x) => Math.Atanh(x);
        [Gradient] public static double Hypot(double x, double y) => double.Hypot(x, y);
        [Gradient] public static double Angle(double x, double y) => Math.Atan2(x, y);
        [Gradient] public static double Lg(double x) => Math.Log10(x);
        [Gradient] public static float SingleLg(float x) => MathF.Log10(x);
        [Gradient] public static double Decade(double x) => Math.Floor(Math.Log10(x)) * x;
        [Gradient] public static double Ld(double x) => Math.Log2(x);
        [Gradient] public static float SingleLd(float x) => MathF.Log2(x);
        [Gradient] public static double Pow(double x, double y) => Math.Pow(x, y);
        [Gradient] public static float GeluTanh(float x) => 0.5f * x * (1 + MathF.Tanh(0.7978846f * (x + 0.044715f * x * x * x)));
        [Gradient] public static double Softplus(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));
        [Gradient] public static double Softplus1(double x) => double.LogP1(Math.Exp(-Math.Abs(x))) + Math.Max(0, x);
        [Gradient] public static double LogAdd(double a, double b) => Math.Max(a, b) + Math.Log(1 + Math.Exp(-Math.Abs(a - b)));
        [Gradient] public static float Entropy(float z, float y) => MathF.Max(z, 0) - z * y + MathF.Log(1 + MathF.Exp(-MathF.Abs(z)));
        """;

    private static readonly Lazy<GradientCompiler> Methods = new(() => new(Source));

    [Theory]
    [InlineData("RelSq", new[] { 3e-19f, 1e-19f }, new[] { 4f, 4e19f, -1.2e20f })]
    [InlineData("RelSq", new[] { 3e-22f, 1e-22f }, new[] { 4f, 4e22f, -1.2e23f })]
    [InlineData("RelSq", new[] { 3e20f, 1e20f }, new[] { 4f, 4e-20f, -1.2e-19f })]
    [InlineData("Wrap", new[] { 1e6f }, new[] { 5.897794f, 1f })]
    [InlineData("Asinh", new[] { 1e20f }, new[] { 46.744846f, 1e-20f })]
    [InlineData("Asinh", new[] { -1e20f }, new[] { -46.744846f, 1e-20f })]
    [InlineData("Asinh", new[] { 8.5e12f }, new[] { 30.464249f, 1.1764706e-13f })]
    [InlineData("Asinh", new[] { 1e-20f }, new[] { 1e-20f, 1f })]
    [InlineData("Acosh", new[] { 1e20f }, new[] { 46.744846f, 1e-20f })]
    [InlineData("Acosh", new[] { 1.0001f }, new[] { 0.014143233f, 70.70302f })]
    [InlineData("SingleLg", new[] { 1e20f }, new[] { 20f, 4.342945e-21f })]
    [InlineData("GeluTanh", new[] { 1e20f }, new[] { 1e20f, 1f })]
    [InlineData("GeluTanh", new[] { 3e38f }, new[] { 3e38f, 1f })]
    [InlineData("GeluTanh", new[] { -1e20f }, new[] { 0f, 0f })]
    [InlineData("Entropy", new[] { 16f, 1f }, new[] { 1.1253516e-7f, -1.1920929e-7f, -16f })]
    public void InSingle(string method, float[] arguments, float[] expected)
    {
        var (value, derivatives) = Methods.Value.Gradient(method, arguments);
        Check([.. expected.Select(number => (double)number)], [value, .. derivatives], 3e-6, method);
    }

    [Theory]
    [InlineData("Quotients", new[] { 1e-200, 1e-200, 1e-200 }, new[] { 1e200, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity })]
    [InlineData("Quotients", new[] { 1e200, 1e200, 1e200 }, new[] { 1e-200, 0, 0, 0 })]
    [InlineData("Factors", new[] { 1e200, 1e200, 1e-200 }, new[] { 1e200, 1, 1, double.PositiveInfinity })]
    [InlineData("Scaled", new[] { 3.0 }, new[] { 9.0, 6 })]
    [InlineData("Tiny", new[] { 0.0 }, new[] { 0, 1e-320 })]
    [InlineData("Tiny", new[] { 1e300 }, new[] { 9.99988867182683e-21, 1e-320 })]
    [InlineData("Parts", new[] { 1e-300 }, new[] { 1e10, double.PositiveInfinity })]
    [InlineData("Itself", new[] { 0.0 }, new[] { double.NaN, double.NaN })]
    [InlineData("Itself", new[] { 2.0 }, new[] { 1.0, 0 })]
    [InlineData("None", new[] { double.PositiveInfinity }, new[] { double.NaN, 0 })]
    [InlineData("Period", new[] { 0.3 }, new[] { 0.009999999999999995, 0.19999999999999996 })]
    [InlineData("Rest", new[] { 7.5, 2 }, new[] { 1.5, 1, -3 })]
    [InlineData("Rest", new[] { -7.5, 2 }, new[] { -1.5, 1, 3 })]
    [InlineData("Rest", new[] { 1e16, 3 }, new[] { 1, 1, -3333333333333333.0 })]
    [InlineData("DoubleAsinh", new[] { 1e300 }, new[] { 691.4686750787736, 1e-300 })]
    [InlineData("DoubleAcosh", new[] { 1e300 }, new[] { 691.4686750787736, 1e-300 })]
    [InlineData("DoubleAtanh", new[] { 1e-300 }, new[] { 1e-300, 1 })]
    [InlineData("Hypot", new[] { 3e200, 4e200 }, new[] { 5e200, 0.6, 0.8 })]
    [InlineData("Hypot", new[] { 3e-200, -4e-200 }, new[] { 5e-200, 0.6, -0.8 })]
    [InlineData("Angle", new[] { 1e200, 1e200 }, new[] { 0.78539816339744828, 5e-201, -5e-201 })]
    [InlineData("Angle", new[] { 1e-200, 1e-200 }, new[] { 0.78539816339744828, 5e199, -5e199 })]
    [InlineData("Lg", new[] { 1000.0 }, new[] { 3, 4.3429448190325183e-4 })]
    [InlineData("Decade", new[] { 1000.0 }, new[] { 3000.0, 3 })]
    [InlineData("Pow", new[] { 0.0, 0 }, new[] { 1.0, 0, 0 })]
    [InlineData("Pow", new[] { 0.0, 2 }, new[] { 0.0, 0, 0 })]
    [InlineData("Pow", new[] { 0.0, 1 }, new[] { 0.0, 1, 0 })]
    [InlineData("Pow", new[] { 0.0, -1 }, new[] { double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity })]
    [InlineData("Pow", new[] { -2.0, 3 }, new[] { -8, 12, double.NaN })]
    [InlineData("Pow", new[] { 3.0, 0 }, new[] { 1, 0, 1.0986122886681098 })]
    [InlineData("Softplus", new[] { 0.0 }, new[] { 0.69314718055994529, 0.5 })]
    [InlineData("Softplus", new[] { 800.0 }, new[] { 800, 1.0 })]
    [InlineData("Softplus1", new[] { 0.0 }, new[] { 0.69314718055994529, 0.5 })]
    [InlineData("LogAdd", new[] { 1.0, 1 }, new[] { 1.6931471805599454, 0.5, 0.5 })]
    [InlineData("LogAdd", new[] { 1e300, -1e300 }, new[] { 1e300, 1, 0 })]
    public void InDouble(string method, double[] arguments, double[] expected)
    {
        var (value, derivatives) = Methods.Value.Gradient(method, arguments);
        Check(expected, [value, .. derivatives], 1e-14, method);
    }

    [Fact]
    public void LogarithmsOfPowersAreExact()
    {
        for (var exponent = -307; exponent <= 308; exponent++)
            Assert.Equal(exponent, Methods.Value.Gradient("Lg", double.Parse($"1e{exponent}", System.Globalization.CultureInfo.InvariantCulture)).Value);
        for (var exponent = -1074; exponent < 1024; exponent++)
            Assert.Equal(exponent, Methods.Value.Gradient("Ld", Math.ScaleB(1, exponent)).Value);
        for (var exponent = -37; exponent <= 38; exponent++)
            Assert.Equal(exponent, Methods.Value.Gradient("SingleLg", float.Parse($"1e{exponent}", System.Globalization.CultureInfo.InvariantCulture)).Value);
        for (var exponent = -149; exponent < 128; exponent++)
            Assert.Equal(exponent, Methods.Value.Gradient("SingleLd", MathF.ScaleB(1, exponent)).Value);
    }

    /// <summary>In single precision, against C# itself and against dual numbers in double.</summary>
    [Fact]
    public void FormulasOfAnySize()
    {
        var random = new Random(11);
        var trees = Enumerable.Range(0, Sweep.Count(40, 2000)).Select(_ => RangedTree.Draw(random, 4)).ToList();
        var compiled = new GradientCompiler(string.Concat(trees.Select((tree, index) =>
            $"[Gradient] public static float F{index}(float x, float y, float z) => {tree.Text};\n")));
        var count = 0;
        for (var index = 0; index < trees.Count; index++)
        {
            for (var point = 0; point < 60; point++)
            {
                float[] at = [Any(), Any(), Any()];
                var expected = trees[index].Compute([.. at]);
                if (!expected.IsInside)
                    continue;
                count++;
                var (value, derivatives) = compiled.Gradient($"F{index}", at);
                var place = $"{trees[index].Text} at {string.Join(", ", at)}";
                var own = compiled.Value($"F{index}", at);
                Assert.True(Math.Abs(value - own) <= 1e-5 * Math.Abs(own), $"{value} in the place of {own}: {place}");
                for (var variable = 0; variable < 3; variable++)
                {
                    Assert.True(
                        Math.Abs(derivatives[variable] - expected.Slopes[variable]) <= 1e-5 * expected.Sizes[variable],
                        $"∂{"xyz"[variable]} is {derivatives[variable]} in the place of {expected.Slopes[variable]}: {place}");
                }
            }
        }

        Assert.True(count > trees.Count, $"{count} points");

        float Any() => (float)((1 + random.NextDouble()) * Math.Pow(10, (random.NextDouble() - 0.5) * 60));
    }

    private static void Check(double[] expected, double[] actual, double tolerance, string method)
    {
        for (var index = 0; index < expected.Length; index++)
        {
            Assert.True(
                expected[index].Equals(actual[index]) || Math.Abs(expected[index] - actual[index]) <= tolerance * Math.Abs(expected[index]),
                $"{actual[index]} in the place of {expected[index]}: {(index == 0 ? "value" : "derivative " + index)} of {method}");
        }
    }
}
