using Microsoft.CodeAnalysis;
using NetGen.Generator.Tests.Harness;

namespace NetGen.Generator.Tests;

/// <summary>While a developer types, only what changed is computed again.</summary>
public sealed class CachingTests
{
    private const string Digits = "[Network(2)] [Dense(3)] partial class Digits { }";
    private const string Letters = "[Network(4)] [Dense(5)] partial class Letters { }";

    [Theory]
    [InlineData("class Other { }", "class Other { int x; }")]
    [InlineData("", "// a comment")]
    public void AnEditOfAnotherFileChangesNothing(string before, string after)
    {
        var run = Edit([Digits, before], [Digits, after]);
        Assert.Equal([IncrementalStepRunReason.Cached], run.OutputReasons);
    }

    [Theory]
    [InlineData("// a line above\n\n" + Digits)]
    [InlineData(Digits + " class Other { }")]
    [InlineData("[Network(2)] [Dense(3)] partial class Digits { int Classes => 10; }")]
    [InlineData("[Network(inputs: 1 + 1)] [Dense(3, Bias = true)] partial class Digits { }")]
    [InlineData("[Network(2)] /* a comment */ [Dense(3)] partial class Digits { } // and another")]
    [InlineData("[Network(2, Loss = Loss.Quadratic, Training = true)] [Dense(3)] partial class Digits { }")]
    [InlineData("[Network(2, TrainLast = 0)] [Dense(3, Name = \"last\", Input = \"input\", Alpha = double.NaN)] partial class Digits { }")]
    [InlineData("[Network(2)] [Budget(ParameterCount = 100, ParameterBytes = 1000)] [Dense(3)] partial class Digits { }")]
    [InlineData("[Network(2, TrainLast = 1)] [Dense(3, Trainable = Trainable.All, Initializer = Initializer.Default)] partial class Digits { }")]
    public void AnEditThatKeepsTheNetworkChangesNoFile(string after)
    {
        var run = Edit([Digits], [after]);
        Assert.Equal([IncrementalStepRunReason.Unchanged], run.Reasons(TrackingNames.Parse));
        Assert.Equal([IncrementalStepRunReason.Cached], run.Reasons(TrackingNames.Network));
        Assert.Equal([IncrementalStepRunReason.Cached], run.OutputReasons);
    }

    [Theory]
    [InlineData("[Network(3)] [Dense(3)] partial class Digits { }")]
    [InlineData("[Network(2)] [Dense(3)] [Dense(1)] partial class Digits { }")]
    [InlineData("[Network(2, WeightDecay = 1)] [Dense(3)] partial class Digits { }")]
    [InlineData("[Network(2, Training = false)] [Dense(3)] partial class Digits { }")]
    [InlineData("[Network(2, Loss = Loss.Huber)] [Dense(3)] partial class Digits { }")]
    [InlineData("[Network(2)] [Dense(3, Trainable = Trainable.Biases)] partial class Digits { }")]
    [InlineData("[Network(2)] [Dense(3, Initializer = Initializer.Zeros)] partial class Digits { }")]
    [InlineData("[Network(2)] [Dense(3)] [Activation(Activation.Softmax)] partial class Digits { }")]
    [InlineData("[Network(2)] [Dense(3)] [Residual] partial class Digits { }")]
    [InlineData("[Network(2)] [Dense(3)] sealed partial class Digits { }")]
    [InlineData("[Network(2)] [Dense(3)] partial class Digits { Digits(string name) { } }")]
    public void AnEditOfTheNetworkIsCompiled(string after)
    {
        var run = Edit([Digits], [after]);
        Assert.Equal([IncrementalStepRunReason.Modified], run.Reasons(TrackingNames.Network));
        Assert.Equal([IncrementalStepRunReason.Modified], run.OutputReasons);
    }

    /// <summary>A function is read where it stands, in whatever file.</summary>
    [Theory]
    [InlineData("static class Other { public static float G(float x) => 2 * x; }", false)]
    [InlineData("static class Other { public static float G(float y) { /* twice */ return y + y; } static void H() { } }", false)]
    [InlineData("static class Other { public static float G(float x) => 3 * x; }", true)]
    public void AnEditOfAFunctionElsewhereIsCompiledWhereItMatters(string after, bool isCompiled)
    {
        const string network = "[Network(2)] [Dense(3, nameof(F))] [Dense(1)] partial class Digits { static float F(float x) => Other.G(x) * x; }";
        var run = Edit([network, "static class Other { public static float G(float x) => x * 2; }"], [network, after]);
        Assert.Equal([isCompiled ? IncrementalStepRunReason.Modified : IncrementalStepRunReason.Cached], run.OutputReasons);
    }

    [Theory]
    [InlineData("[Network(2)] [Dense(3, Name = \"a\")] [Dense(3, Name = \"b\")] [Skip(\"a\")] partial class Digits { }",
        "[Network(2)] [Dense(3, Name = \"a\")] [Dense(3, Name = \"b\")] [Skip(\"b\")] partial class Digits { }")]
    [InlineData("[Network(2)] [Dense(3, Activation.Elu, Alpha = 0.5)] partial class Digits { }",
        "[Network(2)] [Dense(3, Activation.Elu, Alpha = 0.25)] partial class Digits { }")]
    [InlineData("[Network(2, Loss = Loss.Huber)] [Dense(3)] partial class Digits { }",
        "[Network(2, Loss = Loss.Huber, HuberDelta = 2)] [Dense(3)] partial class Digits { }")]
    public void AnEditOfALayerIsCompiled(string before, string after) =>
        Assert.Equal([IncrementalStepRunReason.Modified], Edit([before], [after]).OutputReasons);

    [Fact]
    public void ALayerThatIsRenamedChangesNoFile()
    {
        const string network = "[Network(2)] [Dense(3, Name = \"a\")] [Dense(3)] [Skip(\"a\")] partial class Digits { }";
        var run = Edit([network], [network.Replace("\"a\"", "\"stem\"", StringComparison.Ordinal)]);
        Assert.Equal([IncrementalStepRunReason.Unchanged], run.Reasons(TrackingNames.Parse));
        Assert.Equal([IncrementalStepRunReason.Cached], run.OutputReasons);
    }

    [Fact]
    public void ASecondNetworkLeavesTheFirst()
    {
        var run = Edit([Digits], [Digits, Letters]);
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.New], run.OutputReasons);
        Assert.Equal(6, run.Files.Count);
    }

    [Fact]
    public void AnEditOfOneNetworkLeavesTheOther()
    {
        var run = Edit([Digits, Letters], [Digits, "[Network(4)] [Dense(6)] partial class Letters { }"]);
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified], run.OutputReasons);
    }

    [Fact]
    public void AnErrorThatMovesIsCached()
    {
        const string wrong = "[Network(0)] [Dense(3)] partial class Digits { }";
        var run = Edit([wrong], ["\n\n" + wrong]);
        Assert.Equal([IncrementalStepRunReason.Unchanged], run.Reasons(TrackingNames.Network));
        Assert.Equal([IncrementalStepRunReason.Cached], run.OutputReasons);
    }

    [Fact]
    public void AnErrorComesAndGoes()
    {
        var right = GeneratorHarness.For(Digits).Run();
        var wrong = GeneratorHarness.For("[Network(2)] [Dense(0)] partial class Digits { }").After(right).Run();
        var fixedAgain = GeneratorHarness.For(Digits).After(wrong).Run();

        Assert.Equal(["NG0002"], wrong.Diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.Equal([IncrementalStepRunReason.Modified], wrong.OutputReasons);
        Assert.Empty(fixedAgain.Diagnostics);
        Assert.Equal(right.Text, fixedAgain.Text);
    }

    [Fact]
    public void ANetworkThatIsRemovedTakesItsFileAlong() => Assert.Empty(Edit([Digits], ["partial class Digits { }"]).Files);

    private static GeneratorRun Edit(string[] before, string[] after) =>
        GeneratorHarness.For(after).After(GeneratorHarness.For(before).Run()).Run();
}
