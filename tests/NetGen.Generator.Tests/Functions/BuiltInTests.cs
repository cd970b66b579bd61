using NetGen.Generator.Tests.Harness;

namespace NetGen.Generator.Tests.Functions;

/// <summary>The library's own functions, written again as a user would, give the same code.</summary>
public sealed class BuiltInTests
{
    private static readonly Dictionary<string, string> Activations = new()
    {
        ["Sigmoid"] = "static float Sigmoid(float x) => 1 / (1 + MathF.Exp(-x));",
        ["Tanh"] = "static float Tanh(float x) => MathF.Tanh(x);",
        ["Relu"] = "static float Relu(float x) => Math.Max(x, 0);",
        ["LeakyRelu"] = "static float LeakyRelu(float x) { if (x > 0) return x; return 0.01f * x; }",
        ["Elu"] = "const float Alpha = 1; static float Elu(float x) => x > 0 ? x : Alpha * (MathF.Exp(x) - 1);",
        ["Selu"] = "static float Selu(float x) { const double scale = 1.0507009873554805, alpha = 1.6732632423543772; return (float)(scale * (x > 0 ? x : alpha * (Math.Exp(x) - 1))); }",
        ["Gelu"] = "static float Gelu(float x) => 0.5f * x * (1 + NetGen.Numerics.Elementary.Erf(x * MathF.Sqrt(0.5f)));",
        ["GeluTanh"] = "static float GeluTanh(float x) => 0.5f * x * (1 + MathF.Tanh((float)Math.Sqrt(2 / Math.PI) * (x + 0.044715f * x * x * x)));",
        ["Silu"] = "static float Silu(float x) => x / (1 + MathF.Exp(-x));",
        ["Softplus"] = "static float Softplus(float x) => MathF.Log(1 + MathF.Exp(x));",
        ["Softsign"] = "static float Softsign(float x) => x / (1 + Math.Abs(x));",
        ["HardSigmoid"] = "static float HardSigmoid(float x) => x switch { <= -3 => 0, >= 3 => 1, _ => x / 6 + 0.5f };",
        ["HardTanh"] = "static float HardTanh(float x) => Math.Clamp(x, -1, 1);",
        ["HardSwish"] = "static float HardSwish(float x) => x * Gate(x); static float Gate(float x) { if (x <= -3) return 0; else if (x >= 3) return 1; else return x / 6 + 0.5f; }",
        ["Mish"] = "static float Mish(float x) => x * MathF.Tanh(MathF.Log(1 + MathF.Exp(x)));",
        ["Relu6"] = "static float Relu6(float x) => float.Clamp(x, 0, 6);",
    };

    private static readonly Dictionary<string, string> Losses = new()
    {
        ["MeanSquaredError"] = "static float MeanSquaredError(float prediction, float target) => (prediction - target) * (prediction - target);",
        ["MeanAbsoluteError"] = "static float MeanAbsoluteError(float prediction, float target) => Math.Abs(prediction - target);",
        ["Huber"] =
            """
            static float Huber(float prediction, float target)
            {
                const float delta = 0.75f;
                var error = prediction - target;
                if (Math.Abs(error) <= delta)
                    return 0.5f * error * error;
                return delta * Math.Abs(error) - 0.5f * delta * delta;
            }
            """,
        ["LogCosh"] = "static float LogCosh(float p, float t) { var e = p - t; return MathF.Log(MathF.Cosh(e)); }",
        ["Hinge"] = "static float Hinge(float p, float label) => MathF.Max(0, 1 - p * label);",
        ["SquaredHinge"] = "static float SquaredHinge(float p, float label) { var hinge = Math.Max(1 - p * label, 0); return hinge * hinge; }",
    };

    [Fact]
    public void EveryActivationGivesTheSameCode()
    {
        Assert.Equal(Enum.GetNames<Activation>().Except(["Identity", "Softmax"]).Order(), Activations.Keys.Order());
        Compare(Activations.Select(pair => (
            $"[Network(3)] [Dense(9, Activation.{pair.Key})] [Dense(1)] partial class Net {{ }}",
            $"[Network(3)] [Dense(9, nameof({pair.Key}))] [Dense(1)] partial class Net {{ {pair.Value} }}")));
    }

    /// <summary>Those with one value per output: a user's are averaged if nothing else is said, as these are.</summary>
    [Fact]
    public void EveryLossOfSingleOutputsGivesTheSameCode() => Compare(Losses.Select(pair => (
        $"[Network(2, Loss = Loss.{pair.Key}{(pair.Key == "Huber" ? ", HuberDelta = 0.75" : "")})] [Dense(2)] partial class Net {{ }}",
        $"[Network(2, LossFunction = nameof({pair.Key}))] [Dense(2)] partial class Net {{ {pair.Value} }}")));

    [Theory]
    [InlineData("Sum")]
    [InlineData("Mean")]
    public void AReductionIsThatOfTheBuiltIn(string reduction) => Compare(
    [
        (
            $"[Network(2, Loss = Loss.Quadratic, Reduction = Reduction.{reduction})] [Dense(3)] partial class Net {{ }}",
            $"[Network(2, LossFunction = nameof(Quadratic), Reduction = Reduction.{reduction})] [Dense(3)] partial class Net {{ static float Quadratic(float p, float t) => 0.5f * (p - t) * (p - t); }}"),
    ]);

    /// <summary>Pairs of networks of the library's functions and of the user's, all in one project: the whole text of their files.</summary>
    private static void Compare(IEnumerable<(string BuiltIn, string Own)> pairs)
    {
        var sources = pairs.SelectMany((pair, index) => new[] { $"namespace BuiltIn{index} {{ {pair.BuiltIn} }}", $"namespace Own{index} {{ {pair.Own} }}" }).ToArray();
        var run = GeneratorHarness.For(sources).Run();
        Assert.Empty(run.GeneratorDiagnostics);
        Assert.Empty(run.AnalyzerDiagnostics);
        var texts = run.Files.ToDictionary(file => file.HintName, file => WithoutRemarks(file.SourceText.ToString()));
        var builtIn = texts.Where(text => text.Key.StartsWith("BuiltIn", StringComparison.Ordinal)).ToList();
        Assert.Equal(texts.Count, 2 * builtIn.Count);
        Assert.All(builtIn, text => Assert.Equal(Owned(text.Value), WithDefaultInitializer(texts[Owned(text.Key)])));

        static string Owned(string text) => text.Replace("BuiltIn", "Own", StringComparison.Ordinal);
    }

    /// <summary>Weights before a function of the user's start as before an activation that nothing is known of.</summary>
    private static string WithDefaultInitializer(string text) => text.Replace("\"GlorotUniform\"", "\"Default\"", StringComparison.Ordinal);

    /// <summary>The remarks describe the user's function.</summary>
    private static string WithoutRemarks(string text) =>
        string.Join("\n", text.Split('\n').Where(line => !line.TrimStart().StartsWith("///", StringComparison.Ordinal)));
}
