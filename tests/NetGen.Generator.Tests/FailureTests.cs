using System.Globalization;
using NetGen.Generator.Tests.Harness;

namespace NetGen.Generator.Tests;

/// <summary>A mistake of the generator's own is an error that names the network, and stops nothing else.</summary>
public sealed class FailureTests
{
    private const string Digits = "[Network(2)] [Dense(3)] partial class Digits { }";

    [Fact]
    public void AnExceptionIsAnErrorThatNamesTheNetwork()
    {
        var run = GeneratorHarness.For(Digits, "class User { int Size => Digits.InputSize; }")
            .WithCompiler((_, _) => throw new InvalidOperationException("two\r\nlines"))
            .Run();
        var diagnostic = Assert.Single(run.Diagnostics);
        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        Assert.Equal("NG9999", diagnostic.Id);
        Assert.Contains("'Digits'", message, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException: two%0D%0Alines", message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnExceptionLeavesTheOtherNetworks()
    {
        var run = GeneratorHarness.For(Digits, "[Network(2)] [Dense(3)] partial class Letters { }")
            .WithCompiler((model, _) => model.Type.Name == "Digits" ? throw new InvalidOperationException() : "// Letters\n")
            .Run();
        Assert.Equal("// Letters\n", run.Files.Single(file => file.HintName == "Letters.g.cs").SourceText.ToString());
    }

    /// <summary>While a developer types, the text is wrong in every way.</summary>
    [Fact]
    public void NothingThatIsTypedMakesItFail()
    {
        const string network =
            "[Network(4, Loss = Loss.Huber, HuberDelta = 0.5, TrainLast = 1)] [Standardize] [Dense(4, Activation.Elu, Alpha = 0.5, Name = \"a\")] "
            + "[Residual(Trainable = Trainable.Biases)] [Skip(\"a\", Input = \"input\")] [Activation(Activation.Softmax)] class Digits { }";
        for (var length = 1; length <= network.Length; length += 2)
        {
            var run = GeneratorHarness.For(network[..length] + " partial class Other { }").WithProperty("RunAnalyzers", "false").Run();
            Assert.DoesNotContain(run.GeneratorDiagnostics.Concat(run.AnalyzerDiagnostics), diagnostic => diagnostic.Id is "NG9999" or "AD0001" or "CS8785");
        }
    }

    [Fact]
    public void CancellationPasses()
    {
        using var source = new CancellationTokenSource();
        var harness = GeneratorHarness.For(Digits).WithCompiler((_, cancellationToken) =>
        {
            source.Cancel();
            cancellationToken.ThrowIfCancellationRequested();
            return "";
        });
        Assert.ThrowsAny<OperationCanceledException>(() => harness.Run(source.Token));
    }

    [Fact]
    public void ACancelledRunParsesNothing() => Assert.ThrowsAny<OperationCanceledException>(() =>
        GeneratorHarness.For(Digits).Run(new CancellationToken(canceled: true)));
}
