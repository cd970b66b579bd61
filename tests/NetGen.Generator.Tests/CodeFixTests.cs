using Microsoft.CodeAnalysis.CodeFixes;
using NetGen.CodeFixes;
using NetGen.Generator.Tests.Harness;

namespace NetGen.Generator.Tests;

/// <summary>An editor can write what a diagnostic says, and then the project builds.</summary>
public sealed class CodeFixTests
{
    [Theory]
    [InlineData("class Digits { }", "partial class Digits { }")]
    [InlineData("public sealed class Digits { }", "public sealed partial class Digits { }")]
    [InlineData("// the digits\nclass Digits { }", "// the digits\npartial class Digits { }")]
    public Task AClassBecomesPartial(string before, string after) => Check(
        new MakePartialCodeFix(), $"[Network(2)]\n[Dense(3)]\n{before}", $"[Network(2)]\n[Dense(3)]\n{after}", "Make 'Digits' partial");

    [Fact]
    public Task AContainerBecomesPartial() => Check(
        new MakePartialCodeFix(),
        "/// <summary>Outer.</summary>\nstruct Outer { [Network(2)] [Dense(3)] class Digits { } }",
        "/// <summary>Outer.</summary>\npartial struct Outer { [Network(2)] [Dense(3)] partial class Digits { } }",
        "Make 'Outer' partial",
        "Make 'Digits' partial");

    [Fact]
    public async Task AnotherClassStaysAsItIs()
    {
        var (_, titles) = await CodeFixHarness.ApplyAsync(new MakePartialCodeFix(), "class Other { } partial class Other { }");
        Assert.Empty(titles);
    }

    [Theory]
    [InlineData("[Network(2)]\npartial class Digits { }", "[Network(2)]\n[Dense(10)]\npartial class Digits { }")]
    [InlineData("[Network(2)] partial class Digits { }", "[Network(2)]\n[Dense(10)]\npartial class Digits { }")]
    [InlineData(
        "class A\r\n{\r\n    [Network(2)]\r\n    private partial class Digits { }\r\n}",
        "class A\r\n{\r\n    [Network(2)]\r\n    [Dense(10)]\r\n    private partial class Digits { }\r\n}")]
    public Task ALayerIsAdded(string before, string after) => Check(
        new AddLayerCodeFix(), before.Replace("class A", "partial class A", StringComparison.Ordinal), after.Replace("class A", "partial class A", StringComparison.Ordinal), "Add the layer [Dense(10)]");

    [Theory]
    [InlineData("Loss.BinaryCrossEntropy", "Loss.BinaryCrossEntropyWithLogits", "Dense(2)")]
    [InlineData("NetGen.Loss.SoftmaxCrossEntropy", "NetGen.Loss.CategoricalCrossEntropy", "Dense(2, Activation.Softmax)")]
    [InlineData("Loss . KlDivergence /* why */", "Loss . KlDivergenceWithLogits /* why */", "Dense(2)")]
    public Task ALossIsCorrected(string before, string after, string layer)
    {
        var network = $"[Network(2, Loss = {{0}})] [{layer}] partial class Digits {{ }}";
        return Check(new CorrectLossCodeFix(), Loss(before), Loss(after), $"Write Loss.{after.Split('.')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0]}");

        string Loss(string loss) => network.Replace("{0}", loss, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoLossIsWrittenWhereNoneFits()
    {
        var (_, titles) = await CodeFixHarness.ApplyAsync(
            new CorrectLossCodeFix(), "[Network(2, Loss = Loss.BinaryCrossEntropy)] [Dense(2, Activation.Tanh)] partial class Digits { }");
        Assert.Empty(titles);
    }

    [Fact]
    public Task LayersMoveToTheMarker() => Check(
        new MoveLayersCodeFix(),
        """
        [Network(2)]
        [Dense(4)]
        partial class Digits { }

        /// <summary>Another part.</summary>
        [Dense(3)]
        [Obsolete, Dense(2)]
        partial class Digits { }

        [Residual]
        partial class Digits { }
        """,
        """
        [Network(2)]
        [Dense(4)]
        [Dense(3)]
        [Dense(2)]
        [Residual]
        partial class Digits { }

        /// <summary>Another part.</summary>
        [Obsolete]
        partial class Digits { }

        partial class Digits { }
        """,
        "Move the layers of 'Digits' below [Network]");

    [Fact]
    public async Task LayersMoveToAnotherFile()
    {
        var (files, _) = await CodeFixHarness.ApplyAsync(
            new MoveLayersCodeFix(),
            "[Dense(3)]\npartial class Digits { }",
            "namespace A;\n\n[Network(2)]\npartial class Digits { }",
            "namespace A;\n\n[Dense(3)]\npartial class Digits { }");
        Assert.Equal(
            [
                "[Dense(3)]\npartial class Digits { }",
                "namespace A;\n\n[Network(2)]\n[Dense(3)]\npartial class Digits { }",
                "namespace A;\n\npartial class Digits { }",
            ],
            files);
    }

    private static async Task Check(CodeFixProvider fix, string before, string after, params string[] titles)
    {
        var (files, shown) = await CodeFixHarness.ApplyAsync(fix, before);
        Assert.Equal(after, Assert.Single(files));
        Assert.Equal(titles, shown);
        Assert.Empty(GeneratorHarness.For(after).Run().Diagnostics);
    }
}
