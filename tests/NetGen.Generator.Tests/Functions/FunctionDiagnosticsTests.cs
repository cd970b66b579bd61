using NetGen.Generator.Tests.Harness;

namespace NetGen.Generator.Tests.Functions;

/// <summary>A function that cannot be differentiated is one error, on the sub-expression.</summary>
public sealed class FunctionDiagnosticsTests
{
    [Fact]
    public void RightNetworksHaveNone() => Markup.Check(
        """
        partial class Outer : Base
        {
            const float Shift = 0.5f;

            static float Outside(float x) => x + Shift;

            [Network(2, LossFunction = nameof(Squared))]
            [Dense(2, nameof(Snake))] [Residual(nameof(Outside))] [Activation(nameof(Inherited))] [Dense(2, nameof(Two))] [Dense(1)]
            partial class Right
            {
                static float Snake(float x, [Learnable(1, PerUnit = true)] float frequency) => x + MathF.Exp(-x * frequency);

                static float Snake(string text) => 0;

                static float Two(float x, [Learnable(1)] float a, [Learnable(-2.5)] float b) => x > 0 ? a * x : b * x;

                [Derivative(nameof(Two), "b")] static float TwoByB(float x, float a, float b) => x;

                static float Squared(float prediction, float target) => (prediction - target) * (prediction - target);
            }
        }

        class Base { protected static double Inherited(double x) => Math.Tanh(x); }

        [Network(2, LossFunction = nameof(Whole), Precision = Precision.Double)] [Dense(2)] partial class Vectors
        {
            static double Whole(ReadOnlySpan<double> p, ReadOnlySpan<double> t) => (p[0] - t[0]) * (p[1] - t[1]);
        }
        """);

    /// <summary>Functions without a derivative but 0, a loss without a target, and names like those that the equations have.</summary>
    [Fact]
    public void UnusualFunctionsCompileToo() => Markup.Check(
        """
        [Network(2, LossFunction = nameof(Size))] [Dense(20, nameof(Stairs))] [Dense(3, nameof(Step))] [Dense(2)]
        partial class Flat
        {
            static float Stairs(float x) => MathF.Floor(x);
            static float Step(float x) => x > 0 ? 1 : 0;
            static float Size(float p, float t) => p * p;
        }

        [Network(2, LossFunction = nameof(First))] [Dense(3, nameof(F))] [Residual(nameof(G))] [Activation(nameof(H))] [Dense(2)]
        partial class Names
        {
            static float F(float z, [Learnable(1)] float dW, [Learnable(1)] float w, [Learnable(1)] float theta_w) => z * dW + w * theta_w;
            static float G(float p, [Learnable(1)] float slope, [Learnable(1)] float dslope, [Learnable(1)] float a1) => p * slope + dslope / a1;
            static float H(float n, [Learnable(1)] float i, [Learnable(1)] float labels, [Learnable(1, PerUnit = true)] float @class) => n * i + labels / (n > 0 ? @class : 0);
            static float First(float[] output, float[] input) => output[0] * output[1];
        }
        """);

    /// <summary>What is generated is there for the analyzer and not yet for the generator; neither may read it, and one must say so.</summary>
    [Theory]
    [InlineData("true", 0)]
    [InlineData("false", 2)]
    public void WhatIsGeneratedLater(string runAnalyzers, int reportsOfTheGenerator)
    {
        var run = GeneratorHarness.For(
            """
            [Network(2, LossFunction = nameof(Cost))] [Dense(3, nameof(Scaled))]
            partial class Digits
            {
                static float Scaled(float x) => x * OutputSize;
                static float Cost(float p, float t) => (p - t) / (2 * Digits.InputSize);
            }
            """).WithProperty("RunAnalyzers", runAnalyzers).Run();
        Assert.Equal(2, run.AnalyzerDiagnostics.Count(diagnostic => diagnostic.Id == "NG0028"));
        Assert.Equal(reportsOfTheGenerator, run.GeneratorDiagnostics.Count(diagnostic => diagnostic.Id == "NG0028"));
    }

    [Fact]
    public void AFunctionThatIsNotThere() => CheckEach(
        layer => $$"""
        [Network(2)] [{{layer}}] [Dense(1)] partial class Digits { static float field; }
        class Other { public static float Elsewhere(float x) => x; }
        """,
        "Dense(3, {|NG0026:\"F\"|})",
        "Dense(3, {|NG0026:\"\"|})",
        "Dense(activation: {|NG0026:nameof(Digits)|}, units: 3)",
        "Residual({|NG0026:nameof(Other.Elsewhere)|})",
        "Activation({|NG0026:nameof(field)|})",
        "Activation({|NG0026:\"Relu\"|})",
        "Dense(3, activation: {|NG0026:null!|})");

    [Fact]
    public void ALossThatIsNotThere() => Markup.Check("[Network(2, LossFunction = {|NG0026:\"L\"|})] [Dense(1)] partial class Digits { }");

    [Fact]
    public void AnActivationWithAnotherSignature() => CheckEach(
        method => $"[Network(2)] [Dense(3, {{|NG0027:nameof(F)|}})] [Dense(1)] partial class Digits {{ {method} }}",
        "float F(float x) => x;",
        "static int F(float x) => 1;",
        "static void F(float x) { }",
        "static decimal F(decimal x) => x;",
        "static float F() => 1;",
        "static float F(int x) => x;",
        "static float F(in float x) => x;",
        "static float F(float x, float slope) => x * slope;",
        "static float F(float x, float slope = 1) => x * slope;",
        "static float F(float x, [Learnable(1)] int slope) => x * slope;",
        "static float F([Learnable(1)] float slope, float x) => x * slope;",
        "static float F([Learnable(1)] float x) => x;",
        "static float F(ReadOnlySpan<float> x) => x[0];",
        "static float F(float x, float[] more) => x;",
        "static float F(float x) => 1;",
        "static float F(float x) => x - x;",
        "static float F(float x, [Learnable(1)] float slope) => x;",
        "static float F(float x, [Learnable(1)] float bias) => x + bias;",
        "static float F(float x, [Learnable(1)] float Weights) => x + Weights;",
        "static float F(float x, [Learnable(1)] float slope, [Learnable(1)] float Slope) => x * slope + Slope;");

    [Fact]
    public void ALossWithAnotherSignature() => CheckEach(
        method => $"[Network(2, LossFunction = {{|NG0027:nameof(L)|}})] [Dense(1)] partial class Digits {{ {method} }}",
        "float L(float p, float t) => p;",
        "static bool L(float p, float t) => p > t;",
        "static float L(float p) => p;",
        "static float L(float p, float t, float more) => p;",
        "static float L(float p, [Learnable(1)] float t) => p;",
        "static float L(float p, ReadOnlySpan<float> t) => p;",
        "static float L(ReadOnlySpan<float> p) => p[0];",
        "static float L(ReadOnlySpan<int> p, ReadOnlySpan<int> t) => p[0];",
        "static float L(float[,] p, float[,] t) => p[0, 0];",
        "static float L(float p, float t) => t;",
        "static float L(float[] p, float[] t) => t[0];");

    [Fact]
    public void WhatCannotBeDifferentiated() => CheckEach(
        members => $"[Network(2)] [Dense(3, nameof(F))] [Dense(1)] partial class Digits {{ {members} }}",
        "static readonly Random random = new(); static float F(float x) => x * {|NG0028:random.NextSingle()|};",
        "static float F(float x) => x + (float){|NG0028:Environment.TickCount64|};",
        "static float F(float x) => x + {|NG0028:DateTime.Now.Second|};",
        "static float slope = 1; static float F(float x) => x * {|NG0028:slope|};",
        "static readonly float Slope = float.Parse({|NG0028:\"1\"|}); static float F(float x) => x * Slope;",
        "static readonly float Slope; static float F(float x) => x * {|NG0028:Slope|};",
        "static float Slope { get; set; } static float F(float x) => x * {|NG0028:Slope|};",
        "static float F(float x) => x > 0 ? {|NG0028:F(x - 1)|} : 0;",
        "static float F(float x) => G(x); static float G(float x) => {|NG0028:F(x)|};",
        "static float F(float x) { {|NG0028:while (x > 1) x /= 2;|} return x; }",
        "static float F(float x) { {|NG0028:do { x /= 2; } while (x > 1);|} return x; }",
        "static float F(float x) { for (var i = 0; {|NG0028:i < x|}; i++) x -= 1; return x; }",
        "static float F(float x) { {|NG0028:for (var i = 0; i < 257; i++) x += i;|} return x; }",
        "static float F(float x) { {|NG0028:for (;;) { }|} }",
        "static float F(float x) { for (var i = 0; i < 20; i++) {|NG0028:x *= x|}; return x; }",
        "static float F(float x) { for (var i = 0; i < 3; i++) { {|NG0028:break;|} } return x; }",
        "static float F(float x) { {|NG0028:for (var i = 0; i < 3; i++) return x;|} return x; }",
        "static float F(float x) => x > 0 ? x : {|NG0028:throw new Exception()|};",
        "static float F(float x) { if (x > 0) return x; {|NG0028:throw new Exception();|} }",
        "static float F(float x) { {|NG0028:throw new Exception();|} }",
        "static float F(float x) => x switch { > 0 => x, <= 0 => -x, _ => {|NG0028:throw new Exception()|} };",
        "static float F(float x) => {|NG0028:x switch { > 0 => x, <= 0 => -x, float.NaN => 0 }|};",
        "static float F(float x) => {|NG0028:(int)x|};",
        "static float F(float x) => x - {|NG0028:(long)x|};",
        "static float F(float x) => (float){|NG0028:(decimal)x|};",
        "static float F(float x) { int n = x > 0 ? 2 : 3; return {|NG0028:1 / n|}; }",
        "static float F(float x) { int n = Math.Sign(x); {|NG0028:n /= 2|}; return n; }",
        "static float F(float x) { int n = 3; return x * ({|NG0028:n / 0|}); }",
        "static float F(float x) { int n = 6; return {|NG0028:n << 2|}; }",
        "static float F(float x) => {|NG0028:(x > 0) ^ (x < 1)|} ? x : 0;",
        "static float F(float x) => {|NG0028:(x > 0) == (x < 1)|} ? x : 0;",
        "static float F(float x) => {|NG0028:MathF.BitIncrement(x)|};",
        "static float F(float x) => {|NG0028:MathF.Round(x, 2)|};",
        "static float F(float x) => {|NG0028:float.IsNaN(x)|} ? 0 : x;",
        "static float F(float x) => {|NG0028:x.CompareTo(1)|};",
        "static float F(float x) => System.Numerics.Vector2.Dot({|NG0028:new(x, 1)|}, new(2, x));",
        "static float F(float x) { if (x is > 0 and var t) return {|NG0028:t|}; return x; }",
        "static float F(float x) { {|NG0028:float f(float y) => y;|} return f(x); }",
        "static float F(float x) { Func<float, float> f = {|NG0028:y => y|}; return f(x); }",
        "static float F(float x) => x is {|NG0028:{ }|} ? x : 0;",
        "static float F(float x) { {|NG0028:switch (x) { case > 0: return x; default: return 0; }|} }",
        "static float F(float x) { {|NG0028:try { return x; } finally { }|} }",
        "static float[] values = new float[3]; static float F(float x) { {|NG0028:values[0]|} = x; return x; }",
        "static float state; static float F(float x) { {|NG0028:state|} = x; return x; }",
        "static float F(float x) { {|NG0028:Console.WriteLine(x)|}; return x; }");

    [Fact]
    public void WhatAVectorDoesNotHave() => CheckEach(
        value => $$"""
        [Network(2, LossFunction = nameof(L))] [Dense(3)] partial class Digits
        {
            static float L(ReadOnlySpan<float> p, ReadOnlySpan<float> t) => {{value}};
            static float Sum(ReadOnlySpan<float> x) => x[0] + x[1];
        }
        """,
        "p[{|NG0028:3|}]",
        "p[{|NG0028:-1|}]",
        "t[{|NG0028:p.Length|}]",
        "p[{|NG0028:^4|}]",
        "p[{|NG0028:^0|}]",
        "p[{|NG0028:p[0] > 0 ? 1 : 0|}]",
        "p[{|NG0028:Math.Max(0, 1)|}]",
        "{|NG0028:p.ToArray()|}[0]",
        "{|NG0028:p[1..]|}[0]",
        "Sum({|NG0028:p[..2]|})",
        "p.{|CS1061:Counts|}");

    [Fact]
    public void ALoopThatCannotBeRead() => CheckEach(
        loop => $$"""
        [Network(2, LossFunction = nameof(L))] [Dense(3)] partial class Digits
        {
            static float L(ReadOnlySpan<float> p, ReadOnlySpan<float> t) { var sum = 0f; {{loop}} return sum; }
        }
        """,
        "for (var i = 0; i < p.Length; i++) sum += p[i] - p[{|NG0028:i - 1|}];",
        "for (var i = 0; i <= p.Length; i++) sum += p[{|NG0028:i|}];",
        "foreach (var z in {|NG0028:new[] { 1f, 2f }|}) sum += z;",
        "foreach (var z in p) sum += {|NG0028:MathF.BitDecrement(z)|};",
        "for (var i = 0; i < {|NG0028:(int)p[0]|}; i++) sum += p[i];",
        "for (var i = 0; i < p.Length; i++) if (p[i] > 0) {|NG0028:continue;|} else sum += p[i];");

    [Fact]
    public void AFormulaThatBecomesTooLarge() => Markup.Check(
        """
        [Network(2)] [Dense(3, nameof(F))] [Dense(1)] partial class Digits
        {
            static float F(float x)
            {
                for (var i = 0; i < 9; i++)
                    x = x * MathF.Exp({|NG0028:x * x + MathF.Sin(x)|}) + MathF.Tanh(1 / (x + 3));
                return x;
            }
        }
        """);

    [Fact]
    public void TheMessageSaysWhyAndWhatToWrite()
    {
        var run = Markup.Check(
            """
            [Network(2)] [Dense(3, nameof(F))] [Dense(1)] partial class Digits
            {
                static float F(float x)
                {
                    {|NG0028:while (x > 1)
                        x /= 2;|}
                    return x;
                }
            }
            """);
        Assert.Equal(
            "'while (x > 1) x /= 2;' cannot be differentiated: only a for loop with known bounds and no return in it can be unrolled; "
            + "write for (var i = 0; i < 4; i++) with a constant number of turns",
            Message(run));
    }

    /// <summary>The error is in what is called, in another class and another file.</summary>
    [Fact]
    public void AMistakeInACalledMethod()
    {
        var run = GeneratorHarness.For(
            "[Network(2, LossFunction = nameof(L))] [Dense(3, nameof(F))] [Dense(1)] partial class Digits { static float L(float p, float t) => Helper.G(p - t); }",
            "partial class Digits { static float F(float x) => Helper.G(x) + 1; }",
            "static class Helper { public static float G(float x) => Random.Shared.NextSingle() * x; }").Run();
        var diagnostics = run.Diagnostics.Select(diagnostic => (diagnostic.Id, diagnostic.Location.SourceTree!.FilePath, diagnostic.Location.SourceSpan.Start)).Distinct();
        Assert.Equal(("NG0028", "File3.cs", 56), Assert.Single(diagnostics));
    }

    [Fact]
    public void ABrokenFunctionOfTwoLayersIsOneError() => Markup.Check(
        """
        [Network(2)] [Dense(3, nameof(F))] [Residual(nameof(F))] [Activation(nameof(F))] [Dense(1)] partial class Digits
        {
            static float F(float x) => x * {|NG0028:Environment.ProcessorCount|};
        }
        """);

    [Fact]
    public void EachBrokenFunctionIsAnError() => Markup.Check(
        """
        [Network(2, LossFunction = nameof(L))] [Dense(3, nameof(F))] [Activation({|NG0026:"G"|})] [Dense({|NG0002:0|}, {|NG0027:nameof(H)|})] partial class Digits
        {
            static float F(float x) => x * {|NG0028:Environment.ProcessorCount|};
            float H(float x) => x;
            static float L(float p, float t) => {|NG0028:(int)p|} - t;
        }
        """);

    [Fact]
    public void WhatTheCompilerRejectsIsItsErrorAlone() => CheckEach(
        members => $"[Network(2)] [Dense(3, nameof(F))] [Dense(1)] partial class Digits {{ {members} }}",
        "static float F(float x) => x * {|CS0103:y|};",
        "static float {|CS0161:F|}(float x) { if (x > 0) return 1; }",
        "static float F(float x) => {|CS0029:\"x\"|};",
        "static float F(float x) { float y; return {|CS0165:y|}; }",
        "static float F(float x) => MathF.{|CS0117:Sine|}(x);",
        "static float F(float x) => MathF.{|CS1501:Sin|}(x, 1, 2);",
        "static float F(float x) => {|CS0266:Math.Sin(x)|};",
        "static float F(float x) { return x {|CS1002:}|}",
        "static float F(float x) => G(x); static float G(float x) => {|CS0103:y|};");

    [Fact]
    public void ADerivativeOfNothing() => CheckEach(
        derivative => $"[Network(2)] [Dense(3, nameof(F))] [Dense(1)] partial class Digits {{ static float F(float x) => x; {derivative} }}",
        "[{|NG0029:Derivative(\"G\")|}] static float D(float x) => 1;",
        "[{|NG0029:Derivative(nameof(F), \"y\")|}] static float D(float x) => 1;",
        "[{|NG0029:Derivative(nameof(F))|}] static float D(float x, float y) => 1;",
        "[{|NG0029:Derivative(nameof(F))|}] static double D(double x) => 1;",
        "[{|NG0029:Derivative(nameof(F))|}] float D(float x) => 1;",
        "[{|NG0029:Derivative(nameof(F))|}] static void D(float x) { }",
        "[{|NG0029:Derivative(nameof(D))|}] static float D(float x) => 1;",
        "[{|NG0029:Derivative(null!)|}] static float D(float x) => 1;",
        "[Derivative(nameof(F))] static float D(float x) => 1; [{|NG0029:Derivative(nameof(F), \"x\")|}] static float E(float x) => 2;");

    /// <summary>Where [Gradient] reads it, or nothing does yet.</summary>
    [Fact]
    public void ADerivativeOfNothingOutsideOfANetwork() => CheckEach(
        derivative => $"partial class Functions {{ [Gradient] static float F(float x) => x; {derivative} }}",
        "[{|NG0029:Derivative(\"G\")|}] static float D(float x) => 1;",
        "[{|NG0029:Derivative(nameof(F), \"y\")|}] static float D(float x) => 1;",
        "[{|NG0029:Derivative(nameof(F))|}] static double D(double x) => 1;",
        "[{|NG0029:Derivative(null!)|}] static float D(float x) => 1;",
        "[Derivative(nameof(F))] static float D(float x) => 1; [{|NG0029:Derivative(nameof(F))|}] static float E(float x) => 2;",
        "static float G(float x) { [{|NG0029:Derivative(nameof(F))|}] static float D(float x) => 1; return D(x); }",
        "class Inner { [{|NG0029:Derivative(nameof(F))|}] static float D(float x) => 1; }");

    [Fact]
    public void AMemberWhoseValueIsNotItsInitializers() => CheckEach(
        members => $"[Network(2)] [Dense(3, nameof(F))] [Dense(1)] partial class Digits {{ {members} }}",
        "static readonly float K = 2; static Digits() { K = 3; } static float F(float x) => x * {|NG0028:K|};",
        "static readonly float K = 2; static Digits() { Set(out K); } static void Set(out float k) => k = 3; static float F(float x) => x * {|NG0028:K|};",
        "static readonly float K = 2; static Digits() { (K, _) = (3, 4); } static float F(float x) => x * {|NG0028:K|};",
        "static readonly float K = 2; static Digits() { K++; } static float F(float x) => x * {|NG0028:K|};",
        "static readonly float K; static Digits() { K = 3; } static float F(float x) => x * {|NG0028:K|};",
        "static readonly float K = 2; static readonly float L = K = 3; static float F(float x) => x * {|NG0028:K|};",
        "static float K { get; } = 2; static Digits() { K = 3; } static float F(float x) => x * {|NG0028:K|};",
        "static readonly float K = {|NG0028:L|} + 1; static readonly float L = 2; static float F(float x) => x * K;",
        "static readonly float K = L + 1; static float L => {|NG0028:M|}; static readonly float M = 2; static float F(float x) => x * K;",
        "static readonly float K = {|NG0028:K|} + 1; static float F(float x) => x * K;",
        "static readonly float K = Other.L; static float F(float x) => x * K; static class Other { public static readonly float L = {|NG0028:K|}; }",
        "static float K { get; set; } = 2; static float F(float x) => x * {|NG0028:K|};",
        "static float K { get; } static float F(float x) => x * {|NG0028:K|};");

    [Fact]
    public void MembersThatAreReadAsTheyAre() => CheckEach(
        members => $"[Network(2)] [Dense(3, nameof(F))] [Dense(1)] partial class Digits {{ {members} }}",
        "static readonly float K = 2; static readonly float L = K + 1; static Digits() { var k = K; } static float F(float x) => x * L;",
        "static readonly float K = L + 1; const float L = 2; static float F(float x) => x * K;",
        "static readonly float K = Other.L; static float F(float x) => x * K; static class Other { public static readonly float L = 2; }",
        "static float K { get; } = 2; static float F(float x) => x * K;");

    [Fact]
    public void WhatThrowsInCSharp() => CheckEach(
        members => $"[Network(2)] [Dense(3, nameof(F))] [Dense(1)] partial class Digits {{ {members} }}",
        "static float F(float x) { var n = 50000; return x * checked({|NG0028:n * n|}); }",
        "static float F(float x) { var n = int.MaxValue; checked { {|NG0028:n++|}; } return x * n; }",
        "static float F(float x) { var n = int.MinValue; var m = -1; return x * ({|NG0028:n / m|}); }",
        "static float F(float x) { var n = 300; return x * checked({|NG0028:(byte)n|}); }",
        "static float F(float x) => {|NG0028:Math.Clamp(x, 2, 1)|};",
        "const float Low = 1; static readonly float High = 0; static float F(float x) => {|NG0028:Math.Clamp(x, Low, High)|};",
        "static float F(float x) => {|NG0028:Math.Sign(x) * 1000000000 * 2|};");

    /// <summary>Each message names the cause, and not something else.</summary>
    [Theory]
    [InlineData("static float F(in float x) => x;", "takes 'x' by reference")]
    [InlineData("static float F(float x) { Double(ref x); return x; } static void Double(ref float y) => y *= 2;", "this kind of statement")]
    [InlineData("static float F(float x) => Half(in x); static float Half(in float y) => y / 2;", "'y' is passed by reference")]
    [InlineData("static float F(float x) => Half(x, out _); static float Half(float y, out float z) => z = y / 2;", "'z' is passed by reference")]
    [InlineData("static float K { get; set; } static float F(float x) => x * K;", "may change while the program runs")]
    [InlineData("static readonly float K = 2; static Digits() { K = 3; } static float F(float x) => x * K;", "the static constructor assigns it")]
    [InlineData("static readonly float K = L; static readonly float L = 2; static float F(float x) => x * K;", "still 0 when 'K' is initialized")]
    [InlineData("static float F(float x) { var n = 5; checked { n *= 1000000000; } return n * x; }", "5000000000 is outside of int")]
    [InlineData("static float F(float x) => Math.Clamp(x, 2, 1);", "lower bound is above")]
    public void AMessageNamesTheCause(string members, string cause)
    {
        var run = GeneratorHarness.For($"[Network(2)] [Dense(3, nameof(F))] [Dense(1)] partial class Digits {{ {members} }}").Run();
        Assert.Contains(cause, Message(run), StringComparison.Ordinal);
    }

    [Fact]
    public void CallsOfCallsOfCalls()
    {
        var calls = string.Concat(Enumerable.Range(1, 40).Select(level => $"static float F{level}(float x) => F{level + 1}(x);"));
        var run = GeneratorHarness.For($"[Network(2)] [Dense(3, nameof(F1))] [Dense(1)] partial class Digits {{ {calls} static float F41(float x) => x * x; }}").Run();
        Assert.Contains("nested more than 32 deep", Message(run), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Network(2, Loss = {|NG0021:Loss.Huber|}, LossFunction = nameof(L))] [Dense(1)]")]
    [InlineData("[Network(2, LossFunction = nameof(L), HuberDelta = {|NG0021:2|})] [Dense(1)]")]
    [InlineData("[Network(2, LossFunction = nameof(V), Reduction = {|NG0021:Reduction.Mean|})] [Dense(1)]")]
    [InlineData("[Network(2)] [Dense(1, nameof(F), Alpha = {|NG0021:0.5|})]")]
    [InlineData("[Network(2)] [Dense(1, nameof(N))]", "{|NG0006:Learnable(double.NaN)|}")]
    public void WhatHasNoEffectOrIsOutOfRange(string attributes, string learnable = "Learnable(1)") => Markup.Check(
        attributes + " partial class Digits { static float F(float x) => x; static float L(float p, float t) => p - t;"
        + $" static float V(float[] p, float[] t) => p[0]; static float N(float x, [{learnable}] float a) => a * x; }}");

    [Fact]
    public void ANameThatIsGeneratedForALearnable() => CheckEach(
        member => "[Network(2)] [Dense(1, nameof(F))] partial class Digits { static float F(float x, [Learnable(1)] float slope) => x * slope; "
        + member.Replace("Slope1", "{|NG0009:Slope1|}", StringComparison.Ordinal) + " }",
        "float Slope1;",
        "static float Slope1() => 1;");

    /// <summary>A built-in of that name would ask for Sigmoid in the last layer, or forbid it.</summary>
    [Fact]
    public void AFunctionWithTheNameOfABuiltInIsNone() => Markup.Check(
        """
        [Network(2, Loss = {|NG0022:Loss.BinaryCrossEntropy|})] [Dense(2, nameof(Sigmoid))] partial class Digits
        {
            static float Sigmoid(float x) => 1 / (1 + MathF.Exp(-x));
        }
        """);

    /// <summary>Checks many projects in one, each in a namespace of its own.</summary>
    private static void CheckEach(Func<string, string> source, params string[] rows) =>
        Markup.Check(string.Join("\n", rows.Select((row, index) => $"namespace N{index}\n{{\n{source(row)}\n}}")));

    private static string Message(GeneratorRun run) =>
        Assert.Single(run.AnalyzerDiagnostics).GetMessage(System.Globalization.CultureInfo.InvariantCulture);
}
