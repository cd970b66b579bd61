using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Layers;
using NetGen.Generator.Tests.Harness;

namespace NetGen.Generator.Tests;

/// <summary>Generated code compiles without a warning in every project that may use it.</summary>
public sealed class CompileMatrixTests
{
    private const string Networks =
        """
        using NetGen;

        namespace Consumer
        {
            [Network(2)] [Dense(3, Activation.Sigmoid)] [Dense(2, Activation.Tanh)] partial class Small { }

            [Network(7, Loss = Loss.SoftmaxCrossEntropy, WeightDecay = 0.001, Unrolling = Unrolling.None)]
            [Standardize] [Dense(5, Activation.Relu)] [Dense(3, Bias = false)]
            partial class Looped { }

            /// <summary>Everything that a layer can say.</summary>
            [Network(4, Loss = Loss.CategoricalCrossEntropy, Precision = Precision.Double, WeightDecay = 0.5, TrainLast = 2)]
            [Standardize]
            [Dense(4, Activation.LeakyRelu, Name = "stem", Alpha = 0.125, Initializer = Initializer.Orthogonal)]
            [Residual(Activation.Elu, Bias = false, Alpha = 0.3, Trainable = Trainable.None)]
            [Activation(Activation.Softmax, Name = "gate")]
            [Dense(4, Input = "stem", Trainable = Trainable.Biases)]
            [Skip("gate")]
            [Skip("input")]
            [Activation(Activation.Softmax)]
            public partial class Graph { }

            [Network(50, Loss = Loss.SoftmaxCrossEntropy, Arithmetic = Arithmetic.Exact, SparseInputs = true)]
            [Dense(33, Activation.Relu)] [Dense(10)]
            partial class Sparse { }

            /// <summary>A network that cannot be trained.</summary>
            [Network(4, Training = false)] [Dense(5, Activation.Gelu, Name = "class", Visible = true)] [Dense(3, Activation.Gelu)] public sealed partial class Predictor { }

            [Network(40, Loss = Loss.Huber, HuberDelta = 0.25, BatchSize = 8)]
            [Dense(33, Activation.Selu)] [Residual(Activation.Mish, Initializer = Initializer.Zeros)] [Dense(1)]
            internal partial class @class { }

            [Network(3, LossFunction = nameof(Cosine))]
            [Dense(9, nameof(Bent))] [Activation(nameof(Bent))] [Dense(2)]
            partial class Own
            {
                static float Bent(float x, [Learnable(0.5, PerUnit = true)] float @class) => x > 0 ? x * @class : global::System.Math.Abs(x) + @class;

                [Derivative("Bent", "class")] static float ByClass(float x, float @class) => 1;

                static double Cosine(double[] @in, double[] y)
                {
                    double dot = 0, norm = 1;
                    for (var i = 0; i < @in.Length; i++)
                    {
                        dot += @in[i] * y[i];
                        norm += @in[i] * @in[i];
                    }

                    return -dot / norm + @in[1];
                }
            }

            [Network(2, Jacobian = true)] [Dense(3, Activation.Sigmoid)] [Dense(2)] partial class Rows { }

            [Network(5, Loss = Loss.BinaryCrossEntropyWithLogits, Precision = Precision.Double, Jacobian = true)]
            [Dense(17, Activation.Gelu)] [Residual(Activation.Relu)] [Dense(20)]
            public partial class Columns { }

            /// <summary>Gradients beside what they are of.</summary>
            public partial struct Gradients
            {
                [Gradient]
                internal static double Energy(double @int, double y) => @int * y / (1 + global::System.Math.Exp(@int));

                /// <summary>A sum.</summary>
                [Gradient]
                public static float Length(float[] x, float i)
                {
                    float sum_1 = 0;
                    for (var k = 1; k < x.Length; k++)
                        sum_1 += x[k] * x[k - 1] * i;
                    return sum_1 > 1 ? sum_1 : i;
                }
            }
        }

        namespace Consumer.System
        {
            class Console { }
            class Math { }
            class Span<T> { }

            [Network(3, Loss = Loss.BinaryCrossEntropy)] [Dense(9, Activation.HardSwish)] [Dense(1, Activation.Sigmoid)]
            partial class @event { }
        }

        namespace Consumer.NetGen
        {
            class Guard { }

            [global::NetGen.Network(3, Unrolling = global::NetGen.Unrolling.None)] [global::NetGen.Dense(9)] partial class Small { }
        }
        """;

    public static TheoryData<LanguageVersion, bool, NullableContextOptions, bool> Projects
    {
        get
        {
            var projects = new TheoryData<LanguageVersion, bool, NullableContextOptions, bool>();
            foreach (var language in new[] { LanguageVersion.CSharp9, LanguageVersion.CSharp12, LanguageVersion.Latest })
            {
                foreach (var isNetStandard in new[] { false, true })
                {
                    projects.Add(language, isNetStandard, NullableContextOptions.Disable, false);
                    projects.Add(language, isNetStandard, NullableContextOptions.Enable, true);
                }
            }

            return projects;
        }
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void ThereIsNoWarning(LanguageVersion language, bool isNetStandard, NullableContextOptions nullable, bool isChecked) =>
        Check(Networks, language, isNetStandard, nullable, isChecked);

    [Theory]
    [InlineData("Auto")]
    [InlineData("None")]
    public void ThereIsNoWarningForAnyLossOrActivation(string unrolling)
    {
        var activations = string.Concat(Enum.GetNames<Activation>().Select(activation => $"[Dense(9, Activation.{activation})] "));
        var networks = Enum.GetNames<Loss>().Select(loss =>
        {
            var last = LossFusion.RequiredActivation(loss) ?? "Identity";
            return $"""
                [Network(3, Loss = Loss.{loss}, Unrolling = Unrolling.{unrolling})]
                {(loss == "Quadratic" ? activations : "")}[Dense(9, Activation.{last})]
                partial class {loss} {"{ }"}

                """;
        });
        var source = $"namespace Consumer {{ using global::NetGen; {string.Concat(networks)} }}";
        Check(source, LanguageVersion.CSharp9, isNetStandard: true, NullableContextOptions.Enable, isChecked: true);
        Check(source, LanguageVersion.Latest, isNetStandard: false, NullableContextOptions.Enable, isChecked: true);
    }

    [Fact]
    public void TheCultureIsNotInTheText()
    {
        var invariant = GeneratorHarness.For(Networks).Run();
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = German();
            var german = GeneratorHarness.For(Networks).Run();
            Assert.Equal(Texts(invariant), Texts(german));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static void Check(
        string source, LanguageVersion language, bool isNetStandard, NullableContextOptions nullable, bool isChecked)
    {
        var run = GeneratorHarness.For(source)
            .With(language)
            .With(isNetStandard ? Framework.NetStandard20 : Framework.Net80)
            .With(options => options
                .WithNullableContextOptions(nullable)
                .WithOverflowChecks(isChecked)
                .WithAllowUnsafe(false)
                .WithWarningLevel(9999)
                .WithGeneralDiagnosticOption(ReportDiagnostic.Error))
            .Run();
        Assert.Empty(run.Diagnostics);
    }

    /// <summary>Numbers as in de-DE, which machines without culture data do not have.</summary>
    private static CultureInfo German()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NegativeSign = "−";
        return culture;
    }

    private static IEnumerable<string> Texts(GeneratorRun run) => run.Files.Select(file => file.SourceText.ToString());
}
