using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Tests.Harness;

namespace NetGen.Generator.Tests;

/// <summary>Machines with narrower vectors get a file of their own, where the widest file is not theirs too.</summary>
public sealed class VectorWidthTests
{
    [Theory]
    [InlineData("[Network(16)] [Dense(16)]", "Digits.g.cs", "Digits.256.g.cs", "Digits.128.g.cs")]
    [InlineData("[Network(8)] [Dense(8)]", "Digits.g.cs", "Digits.128.g.cs")]
    [InlineData("[Network(4, Unrolling = Unrolling.None)] [Dense(4)]", "Digits.g.cs")]
    [InlineData("[Network(8, Precision = Precision.Double)] [Dense(8)]", "Digits.g.cs", "Digits.256.g.cs", "Digits.128.g.cs")]
    [InlineData("[Network(2)] [Dense(3)]", "Digits.g.cs", "Digits.256.g.cs", "Digits.128.g.cs")]
    [InlineData("[Network(2, Arithmetic = Arithmetic.Exact)] [Dense(3)]", "Digits.g.cs")]
    public void EveryWidthInUseHasAFile(string attributes, params string[] files) =>
        Assert.Equal(files, Run(attributes).Files.Select(file => file.HintName));

    [Fact]
    public void ScalarsHaveNone() => Assert.Single(GeneratorHarness.For("using NetGen; [Network(16)] [Dense(16)] partial class Digits { }")
        .With(Framework.NetStandard20).With(LanguageVersion.CSharp9).Run().Files);

    /// <summary>Where a small network's layers fit registers, no machine's public method sets memory aside that only another needs.</summary>
    [Theory]
    [InlineData("[Network(8)] [Dense(16, Activation.Tanh)] [Dense(16, Activation.Tanh)] [Dense(1)]")]
    [InlineData("[Network(12, Loss = Loss.SoftmaxCrossEntropy, Precision = Precision.Double)] [Dense(8, Activation.Gelu)] [Dense(8)]")]
    [InlineData("[Network(8, BatchSize = 4096)] [Dense(16, Activation.Tanh)] [Dense(16, Activation.Tanh)] [Dense(1)]")]
    [InlineData("[Network(20, Training = false)] [Dense(16, Activation.Relu)] [Residual(Activation.Tanh)] [Dense(16)]")]
    public void SmallNetworksInferInRegisters(string attributes)
    {
        var files = Run(attributes).Files.Select(file => file.SourceText.ToString()).ToList();
        Assert.Contains("BroadcastLane(", files[0]);
        Assert.DoesNotContain("stackalloc", ForwardOf(files[0], "    "));
        Assert.DoesNotContain("stackalloc", ForwardOf(files[0], "        "));
        Assert.All(files.Skip(1), text => Assert.Contains("stackalloc", ForwardOf(text, "        ")));

        static string ForwardOf(string text, string indentation)
        {
            var start = Regex.Match(text, $"^{indentation}(public|internal static) void Forward\\(", RegexOptions.Multiline).Index;
            Assert.True(start > 0);
            return text[start..text.IndexOf($"\n{indentation}}}\n", start, StringComparison.Ordinal)];
        }
    }

    /// <summary>Only narrower vectors have an order of sums to choose.</summary>
    [Fact]
    public void FastArithmeticLeavesTheWidestAsItIs()
    {
        var fused = Run("[Network(64)] [Dense(64)]").Files;
        var fast = Run("[Network(64, Arithmetic = Arithmetic.Fast)] [Dense(64)]").Files;
        Assert.Equal(
            [true, false, false],
            fused.Zip(fast, (left, right) => left.SourceText.ToString() == right.SourceText.ToString()));
    }

    private static GeneratorRun Run(string attributes)
    {
        var run = GeneratorHarness.For($"{attributes} partial class Digits {{ }}").Run();
        Assert.Empty(run.Diagnostics);
        return run;
    }
}
