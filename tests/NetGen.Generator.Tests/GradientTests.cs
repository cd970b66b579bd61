using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Tests.Harness;

namespace NetGen.Generator.Tests;

/// <summary>What [Gradient] makes of a method.</summary>
public sealed class GradientTests
{
    private const string Paraboloid = "static partial class F { [Gradient] static double Bowl(double x, double y) => x * x + 3 * y * y; }";

    /// <summary>Straight lines, a loop that adds up and goes back at once, and sums that need a loop for the way back.</summary>
    [Fact]
    public void Readable() => Snapshot.Match(this, GeneratorHarness.For(
        """
        namespace Mathematics;

        public static partial class Functions
        {
            [Gradient]
            public static double Energy(double x, double y) => x * x * Math.Exp(y) + Math.Abs(x * y) / (1 + Math.Exp(y));

            [Gradient]
            public static double Rosenbrock(ReadOnlySpan<double> x)
            {
                var sum = 0.0;
                for (var i = 0; i < x.Length - 1; i++)
                {
                    var across = x[i + 1] - x[i] * x[i];
                    var along = 1 - x[i];
                    sum += 100 * across * across + along * along;
                }

                return sum;
            }

            [Gradient("x")]
            public static float Entropy(float[] x, float temperature)
            {
                var total = 0f;
                foreach (var value in x)
                    total += MathF.Exp(value / temperature);
                var entropy = 0f;
                for (var i = 0; i < x.Length; i++)
                    entropy -= MathF.Exp(x[i] / temperature) / total * (x[i] / temperature - MathF.Log(total));
                return entropy;
            }
        }
        """).Run());

    [Theory]
    [InlineData("static partial class F { [Gradient] static float A(float x) => x; [Gradient] static float A(float x, float y) => x * y; [Gradient] static float a(float x) => 2 * x; }")]
    [InlineData("partial class Outer<T> { partial record Inner { [Gradient] protected static double F(Span<double> w, double[] x, double y) => w[0] * x[1] + y; } }")]
    [InlineData("partial interface IF { [Gradient] static float F(float @float, float dfloat) => @float * dfloat; }")]
    [InlineData("partial class F { [Gradient] static float G(float i, float[] x) { float sum = 0; foreach (var v in x) sum += v * i; return sum; } }")]
    [InlineData("partial class F { [Gradient] static double G(double o, double e, double @do) => o * e * @do; }")]
    [InlineData("partial class F { [Gradient] static double G(double x) => x switch { double.NaN => 0, _ => Math.Max(x, x) }; }")]
    [InlineData("partial class F { [Gradient] static double G(double x) => x; void GGradient(double x, double dx) { } void GGradient<T>(double x, out double dx) => dx = x; }")]
    public void AMethodHasOne(string source) => Markup.Check(source);

    [Theory]
    [InlineData("partial class F { [{|NG0030:Gradient|}] float G(float x) => x; }")]
    [InlineData("class F { [{|NG0030:Gradient|}] static float G(float x) => x; }")]
    [InlineData("class F { partial class Inner { [{|NG0030:Gradient|}] static float G(float x) => x; } }")]
    [InlineData("partial class F { [{|NG0030:Gradient|}] static T G<T>(T x) => x; }")]
    [InlineData("partial class F { [{|NG0030:Gradient|}] static int G(float x) => 1; }")]
    [InlineData("partial class F { [{|NG0030:Gradient|}] static float G() => 1; }")]
    [InlineData("partial class F { [{|NG0030:Gradient|}] static float G(double x) => 1; }")]
    [InlineData("partial class F { [{|NG0030:Gradient|}] static float G(float x, int n) => x; }")]
    [InlineData("partial class F { [{|NG0030:Gradient|}] static float G(ref float x) => x; }")]
    [InlineData("partial class F { [{|NG0030:Gradient(\"z\")|}] static float G(float x) => x; }")]
    [InlineData("partial class F { [Gradient] static float G(float x) => {|NG0028:Console.In.Read()|} * x; static float H(float x) => GGradient(x, out _); }")]
    [InlineData("partial class F { [Gradient] static float G(float[] x) { float s = 1; for (var i = 0; {|NG0028:i < x.Length|}; i++) s *= x[i]; return s; } }")]
    [InlineData("partial class F { [{|NG0030:Gradient(null)|}] static float G(float x) => x; }")]
    [InlineData("partial class F { [{|NG0030:Gradient(\"x\", null)|}] static float G(float x) => x; }")]
    [InlineData("partial class F { static float G(float x) { [{|NG0030:Gradient|}] static float H(float y) => y; return H(x); } }")]
    [InlineData("partial class F { static float K { [{|NG0030:Gradient|}] get => 1; } }")]
    [InlineData("partial class F { static Func<float, float> G = [{|NG0030:Gradient|}] (float x) => x; }")]
    [InlineData("partial class F { [Gradient] static double G(double[] x) { double m = 0; foreach (var v in {|NG0028:x|}) m = m / 2 + v; return m; } }")]
    [InlineData("partial class F { [Gradient] static double G(double[] x) { var n = 0; foreach (var v in {|NG0028:x|}) n++; return n * x[0]; } }")]
    [InlineData("partial class F { [Gradient] static double G(double[] x) { float s = 0; foreach (var v in {|NG0028:x|}) s += (float)v; return s; } }")]
    [InlineData("partial class F { [Gradient] static double G(double[] x) { var s = 0.0; for (var i = 0; i < x.Length; i++) s += {|NG0028:i|} * x[i]; return s; } }")]
    [InlineData("partial class F { [Gradient] static double G(double[] x) { var s = 0.0; {|NG0028:for (var i = x.Length - 1; i >= 0; i -= 2) s += x[i];|} return s; } }")]
    [InlineData("partial class F { [Gradient] static double G(double[] x) { var s = 0.0; foreach (var v in x) s += {|NG0028:Math.BitDecrement(v)|}; return s; } }")]
    [InlineData("partial class F { [Gradient] static double G(double[] x) => x[{|NG0028:^0|}] + x[0]; }")]
    [InlineData("partial class F { [Gradient] static double G(double[] x) => {|NG0028:1 / x.Length|} * x[0]; }")]
    [InlineData("partial class F { [Gradient] static double G(double[] x) => {|NG0028:2 * x.Length|} * x[0]; }")]
    [InlineData("partial class F { [{|NG0030:Gradient|}] static double G(double x) => x; void GGradient(double y, ref double t) { } }")]
    [InlineData("partial class F { [{|NG0030:Gradient|}] static double G(double x) => x; class GGradient { } }")]
    [InlineData("partial class F : B { [{|NG0030:Gradient|}] static double G(double x) => x; } class B { public int GGradient; }")]
    [InlineData("partial class GGradient { [{|NG0030:Gradient|}] static double G(double x) => x; }")]
    [InlineData("partial class F<GGradient> { [{|NG0030:Gradient|}] static double G(double x) => x; }")]
    [InlineData("file partial class F { [{|NG0030:Gradient|}] static double G(double x) => x; }")]
    [InlineData("partial class F { [{|NG0040:Gradient|}] static double G(double x) => x; class var { } }")]
    public void AMethodHasNone(string source) => Markup.Check(source);

    /// <summary>With the analyzers off, the generator says it.</summary>
    [Fact]
    public void ALocalFunctionHasNoGradient()
    {
        var run = GeneratorHarness.For("class F { static float G(float x) { [Gradient] static float H(float y) => y; return H(x); } }")
            .WithProperty("RunAnalyzers", "false").Run();
        Assert.Contains(run.GeneratorDiagnostics, diagnostic => diagnostic.Id == "NG0030");
    }

    [Fact]
    public void WithoutAnalyzersTheGeneratorReports()
    {
        var run = GeneratorHarness.For("partial class F { [Gradient] float G(float x) => x; }").WithProperty("RunAnalyzers", "false").Run();
        Assert.Contains(run.GeneratorDiagnostics, diagnostic => diagnostic.Id == "NG0030");
    }

    [Fact]
    public void AnOlderLanguageIsToldWhatToWrite()
    {
        var run = GeneratorHarness.For("using NetGen; partial class F { [Gradient] static float G(float x) { return x; } }")
            .With(LanguageVersion.CSharp7_3).Run();
        Assert.Equal(["NG0013"], run.Diagnostics.Select(diagnostic => diagnostic.Id));
    }

    [Theory]
    [InlineData("class Other { }", IncrementalStepRunReason.Cached)]
    [InlineData("class Other { int x; }", IncrementalStepRunReason.Cached)]
    public void AnEditElsewhereChangesNothing(string other, IncrementalStepRunReason reason)
    {
        var first = GeneratorHarness.For(Paraboloid, "class Other { }").Run();
        var second = GeneratorHarness.For(Paraboloid, other).After(first).Run();
        Assert.Equal([reason], second.OutputReasons);
    }

    [Fact]
    public void AnEditOfTheFormulaIsWritten()
    {
        var first = GeneratorHarness.For(Paraboloid).Run();
        var second = GeneratorHarness.For(Paraboloid.Replace("3 *", "4 *", StringComparison.Ordinal)).After(first).Run();
        Assert.Equal([IncrementalStepRunReason.Modified], second.Reasons(TrackingNames.Gradient));
        Assert.Contains("8.0 * y", second.Text, StringComparison.Ordinal);
    }
}
