using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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
            [Dense(5, Activation.Relu)] [Dense(3, Bias = false)]
            partial class Looped { }
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
    public void ThereIsNoWarning(LanguageVersion language, bool isNetStandard, NullableContextOptions nullable, bool isChecked)
    {
        var run = GeneratorHarness.For(Networks)
            .With(language)
            .With(isNetStandard ? Framework.NetStandard20 : Framework.Net80)
            .With(options => options
                .WithNullableContextOptions(nullable)
                .WithOverflowChecks(isChecked)
                .WithWarningLevel(9999)
                .WithGeneralDiagnosticOption(ReportDiagnostic.Error))
            .Run();
        Assert.Empty(run.Diagnostics);
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
